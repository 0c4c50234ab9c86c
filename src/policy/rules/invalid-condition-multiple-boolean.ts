import { conditionsOf } from "../condition-key.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "INVALID_CONDITION_MULTIPLE_BOOLEAN",
  findingType: "ERROR",
  title: "Invalid condition multiple Boolean",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "A Boolean condition with two values says nothing: one of them always matches.",
  fix: "Keep true or false.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": ⟦["true", "false"]⟧ } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "true" } } } ] }`,
    },
  },

  *check(policy) {
    for (const { condition } of conditionsOf(policy))
      if (condition.operator.family === "Bool" && condition.values.length > 1)
        yield { at: condition.keyMember.value, message: "A Boolean key is compared with one value." };
  },
});
