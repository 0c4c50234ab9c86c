import { conditionsOf } from "../condition-key.ts";
import { defineRule, everyType } from "../rule.ts";
import { outcomeOf } from "../wildcard-outcome.ts";

export default defineRule({
  issueCode: "REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION",
  findingType: "SUGGESTION",
  title: "Redundant statement due to wildcard in condition",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "A condition that no request can meet makes the whole statement idle.",
  fix: "Remove the statement, or correct the condition.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "ForAnyValue:StringNotLike": { ⟦"aws:username"⟧: "*" } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringLike": { "aws:username": "a*" } } } ] }`,
    },
  },

  *check(policy) {
    for (const { condition } of conditionsOf(policy))
      if (outcomeOf(condition) === "never")
        yield {
          at: { keyOf: condition.keyMember },
          message: "No request meets this condition, so that the statement never applies.",
        };
  },
});
