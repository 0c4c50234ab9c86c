import type { Service } from "../catalog/catalog.ts";
import { conditionsOf, isWithoutTag, splitKey } from "../condition-key.ts";
import { hinter } from "../near-name.ts";
import { defineRule, everyType } from "../rule.ts";
import { shorten } from "../shorten.ts";

export default defineRule({
  issueCode: "INVALID_SERVICE_CONDITION_KEY",
  findingType: "ERROR",
  title: "Invalid service condition key",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "The service does not have this key, so the condition compares with nothing: most tests are false, negated ones and ...IfExists true.",
  fix: "Use a key that the service authorization reference lists for the service.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*",
          "Condition": { "StringLike": { ⟦"s3:folder"⟧: "home/*" } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*",
          "Condition": { "StringLike": { "s3:prefix": "home/*" } } } ] }`,
    },
  },

  *check(policy, { catalog }) {
    const hints = new Map<Service, (key: string) => string>();
    const hint = (service: Service): ((key: string) => string) => {
      const known = hints.get(service) ?? hinter(() => service.conditionKeys.map(({ name }) => name));
      hints.set(service, known);
      return known;
    };
    for (const { condition } of conditionsOf(policy)) {
      const { key, keyMember } = condition;
      const { prefix, name } = splitKey(key);
      const service = catalog.service(prefix);
      if (!service || name === "" || isWithoutTag(key, catalog) || catalog.conditionKey(key)) continue;
      yield {
        at: { keyOf: keyMember },
        message: `The service ${service.prefix} has no condition key ${shorten(key)}.${hint(service)(key)}`,
      };
    }
  },
});
