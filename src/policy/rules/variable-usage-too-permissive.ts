import { defineRule, everyType } from "../rule.ts";
import { looseValues } from "../sensitive-keys.ts";

export default defineRule({
  issueCode: "VARIABLE_USAGE_TOO_PERMISSIVE",
  findingType: "ERROR",
  title: "Variable usage too permissive",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "Keys such as aws:PrincipalOrgID and aws:SourceAccount draw the line around what is trusted; a policy variable there lets strangers in.",
  fix: "Give the exact values.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*",
          "Condition": { "StringLike": { "aws:PrincipalOrgID": ⟦"\${aws:PrincipalTag/org}"⟧ } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*",
          "Condition": { "StringLike": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } } ] }`,
    },
  },

  *check(policy, { catalog }) {
    yield* looseValues(policy, catalog.reference.sensitiveKeys, "variable");
  },
});
