import { presenceTests } from "../presence-test.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "EQUIVALENT_TO_NULL_TRUE",
  findingType: "SUGGESTION",
  title: "Equivalent to null true",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "StringNotLike with * as the value is true only when the key is missing; Null with true says so.",
  fix: 'Test the key with "Null": { "<key>": "true" } instead, or give the values that you mean.',
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "ec2:StopInstances", "Resource": "*",
          "Condition": { "StringNotLike": { "aws:ResourceTag/team": ⟦"*"⟧ } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "ec2:StopInstances", "Resource": "*",
          "Condition": { "Null": { "aws:ResourceTag/team": "true" } } } ] }`,
    },
  },

  *check(policy) {
    for (const { value, condition } of presenceTests(policy, "StringNotLike"))
      yield {
        at: value,
        message: `${condition.operator.text} with "*" is true only when ${condition.key} is missing.`,
      };
  },
});
