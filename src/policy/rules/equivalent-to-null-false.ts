import { presenceTests } from "../presence-test.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "EQUIVALENT_TO_NULL_FALSE",
  findingType: "SUGGESTION",
  title: "Equivalent to null false",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "StringLike with * as the value only asks that the key be present; Null with false says so.",
  fix: 'Test the key with "Null": { "<key>": "false" } instead, or give the values that you mean.',
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "ec2:StopInstances", "Resource": "*",
          "Condition": { "StringLike": { "aws:ResourceTag/team": ⟦"*"⟧ } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "ec2:StopInstances", "Resource": "*",
          "Condition": { "Null": { "aws:ResourceTag/team": "false" } } } ] }`,
    },
  },

  *check(policy) {
    for (const { value, condition } of presenceTests(policy, "StringLike"))
      yield {
        at: value,
        message: `${condition.operator.text} with "*" is true whenever ${condition.key} is present, whatever its value.`,
      };
  },
});
