import { defineRule, everyType } from "../rule.ts";
import { looseValues } from "../sensitive-keys.ts";

export default defineRule({
  issueCode: "WILDCARD_USAGE_TOO_PERMISSIVE",
  findingType: "ERROR",
  title: "Wildcard usage too permissive",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "Keys such as aws:PrincipalOrgID and aws:SourceAccount draw the line around what is trusted; a wildcard there lets strangers in.",
  fix: "Give the exact values.",
  facts: ["cond-sensitive-keys-no-wildcards"],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*",
          "Condition": { "StringLike": { "aws:PrincipalOrgID": ⟦"o-*"⟧ } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*",
          "Condition": { "StringLike": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } } ] }`,
    },
  },

  *check(policy, { catalog }) {
    yield* looseValues(policy, catalog.reference.sensitiveKeys, "wildcard");
  },
});
