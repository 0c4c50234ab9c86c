import { conditionsOf } from "../condition-key.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "INVALID_CONDITION_KEY_FORMAT",
  findingType: "ERROR",
  title: "Invalid condition key format",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "A condition key has a prefix and a name.",
  fix: "Write prefix:name, such as aws:username or s3:prefix.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { ⟦"username"⟧: "a" } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:username": "a" } } } ] }`,
    },
  },

  *check(policy) {
    for (const { condition } of conditionsOf(policy))
      if (!/^[^:\s]+:\S/.test(condition.key))
        yield { at: { keyOf: condition.keyMember }, message: "A condition key has the form prefix:name." };
  },
});
