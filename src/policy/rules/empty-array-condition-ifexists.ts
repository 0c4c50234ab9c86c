import { emptyConditions } from "../emptiness.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "EMPTY_ARRAY_CONDITION_IFEXISTS",
  findingType: "SUGGESTION",
  title: "Empty array condition IfExists",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "With no value to compare, the condition holds only for requests without the key.",
  fix: "Fill the list, or remove the key.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEqualsIfExists": { "aws:TagKeys": ⟦[]⟧ } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEqualsIfExists": { "aws:TagKeys": ["a"] } } } ] }`,
    },
  },

  *check(policy) {
    yield* emptyConditions(policy, "IfExists");
  },
});
