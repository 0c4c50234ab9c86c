import { conditionsOf, isRetired } from "../condition-key.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "UNSUPPORTED_GLOBAL_CONDITION_KEY",
  findingType: "ERROR",
  title: "Unsupported global condition key",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "aws:ARN is a name of the past; requests no longer carry it reliably.",
  fix: "Use aws:PrincipalArn for the caller, aws:SourceArn for the resource on whose behalf a service calls.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*",
          "Condition": { "ArnLike": { ⟦"aws:ARN"⟧: "arn:aws:iam::123456789012:role/app" } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*",
          "Condition": { "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/app" } } } ] }`,
    },
  },

  *check(policy) {
    for (const { condition } of conditionsOf(policy))
      if (isRetired(condition.key))
        yield {
          at: { keyOf: condition.keyMember },
          message: `${condition.key} is not supported as a condition key.`,
        };
  },
});
