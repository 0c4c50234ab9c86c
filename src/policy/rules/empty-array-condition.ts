import { emptyConditions } from "../emptiness.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "EMPTY_ARRAY_CONDITION",
  findingType: "SUGGESTION",
  title: "Empty array condition",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "An empty list matches no value, so that the condition cannot be met with a positive operator and always holds with a negated one.",
  fix: "Fill the list, or remove the key.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:TagKeys": ⟦[]⟧ } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:TagKeys": ["a"] } } } ] }`,
    },
  },

  *check(policy) {
    yield* emptyConditions(policy, "plain");
  },
});
