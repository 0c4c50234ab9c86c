import { isLiteral } from "../arn.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { conditionsOf, splitKey } from "../condition-key.ts";
import type { Condition } from "../model.ts";
import { resourceArns } from "../resource-arns.ts";
import { defineRule, everyType, type Problem } from "../rule.ts";
import { shorten } from "../shorten.ts";

export default defineRule({
  issueCode: "INVALID_SERVICE",
  findingType: "ERROR",
  title: "Invalid service",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "The name of a service in an ARN or a condition key has to be one that AWS uses; otherwise nothing matches.",
  fix: "Use the name that the service authorization reference gives for the service.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::app/*", ⟦"arn:aws:s3bucket:::app/*"⟧],
          "Condition": { "StringEquals": { ⟦"storage:prefix"⟧: "a" } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::app/*",
          "Condition": { "StringEquals": { "s3:prefix": "a" } } } ] }`,
    },
  },

  // The values of aws:CalledVia are left alone: AWS accepts service principals there that no list has.
  *check(policy, { catalog }) {
    for (const { entry, arn } of resourceArns(policy)) {
      const service = arn.service.toLowerCase();
      if (service === "") yield { at: entry, message: "The ARN names no service." };
      else if (
        isLiteral(service) &&
        !catalog.acceptsService(service) &&
        catalog.arnTemplates(service).length === 0
      )
        yield { at: entry, message: `No AWS service has ARNs with the name ${shorten(service)}.` };
    }
    for (const { condition } of conditionsOf(policy)) yield* unknownPrefix(condition, catalog);
  },
});

function* unknownPrefix({ key, keyMember }: Condition, catalog: Catalog): Iterable<Problem> {
  const { prefix, name } = splitKey(key);
  // A host name, with or without a path, is an identity provider's.
  if (name === "" || !/^[\w-]+$/.test(prefix) || prefix.toLowerCase() === "aws") return;
  if (!catalog.hasKeyPrefix(prefix))
    yield {
      at: { keyOf: keyMember },
      message: `No AWS service has condition keys with the prefix ${shorten(prefix)}.`,
    };
}
