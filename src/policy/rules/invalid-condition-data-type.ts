import { conditionsOf } from "../condition-key.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "INVALID_CONDITION_DATA_TYPE",
  findingType: "ERROR",
  title: "Invalid condition data type",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "The values of one condition key have one JSON type.",
  fix: "Put every value into quotes.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "NumericEquals": { "s3:max-keys": ⟦[10, "20"]⟧ } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "NumericEquals": { "s3:max-keys": ["10", "20"] } } } ] }`,
    },
  },

  *check(policy) {
    for (const { condition } of conditionsOf(policy))
      if (new Set(condition.values.map(({ type }) => type)).size > 1)
        yield { at: condition.keyMember.value, message: "The values of this key are of several JSON types." };
  },
});
