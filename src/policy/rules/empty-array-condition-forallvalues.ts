import { emptyConditions } from "../emptiness.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "EMPTY_ARRAY_CONDITION_FORALLVALUES",
  findingType: "SUGGESTION",
  title: "Empty array condition ForAllValues",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "With no value to compare, ForAllValues holds only for requests without the key.",
  fix: "Fill the list, or remove the key.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "ForAllValues:StringEquals": { "aws:TagKeys": ⟦[]⟧ } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "ForAllValues:StringEquals": { "aws:TagKeys": ["a"] } } } ] }`,
    },
  },

  *check(policy) {
    yield* emptyConditions(policy, "ForAllValues");
  },
});
