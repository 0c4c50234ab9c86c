import { conditionsOf, isGlobal, isRetired, isWithoutTag } from "../condition-key.ts";
import { hinter } from "../near-name.ts";
import { defineRule, everyType } from "../rule.ts";
import { shorten } from "../shorten.ts";

export default defineRule({
  issueCode: "INVALID_GLOBAL_CONDITION_KEY",
  findingType: "ERROR",
  title: "Invalid global condition key",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "No request has this key, so the condition compares with nothing: most tests are false, negated ones and ...IfExists true.",
  fix: "Use a key from the list of AWS global condition keys; lookup_iam suggests near names.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*",
          "Condition": { "StringEquals": { ⟦"aws:PrincipalOrganizationId"⟧: "o-a1b2c3d4e5" } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*",
          "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } } ] }`,
    },
  },

  *check(policy, { catalog }) {
    const hint = hinter(() => catalog.globalKeys.map(({ name }) => name));
    for (const { condition } of conditionsOf(policy)) {
      const { key, keyMember } = condition;
      if (!isGlobal(key) || isWithoutTag(key, catalog) || isRetired(key) || catalog.conditionKey(key))
        continue;
      yield {
        at: { keyOf: keyMember },
        message: `AWS has no global condition key ${shorten(key)}.${hint(key)}`,
      };
    }
  },
});
