import { conditionsOf } from "../condition-key.ts";
import { defineRule, everyType } from "../rule.ts";
import { outcomeOf } from "../wildcard-outcome.ts";

export default defineRule({
  issueCode: "REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION",
  findingType: "SUGGESTION",
  title: "Redundant key due to wildcard in condition",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "A wildcard that matches every value, under an operator that a missing key passes too, limits nothing.",
  fix: "Remove the key, or compare with values that leave something out.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringLikeIfExists": { ⟦"aws:username"⟧: "*" } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringLike": { "aws:username": "a*" } } } ] }`,
    },
  },

  *check(policy) {
    for (const { condition } of conditionsOf(policy))
      if (outcomeOf(condition) === "always")
        yield { at: { keyOf: condition.keyMember }, message: "This condition holds for every request." };
  },
});
