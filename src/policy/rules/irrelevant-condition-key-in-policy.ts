import { conditionsOf } from "../condition-key.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "IRRELEVANT_CONDITION_KEY_IN_POLICY",
  findingType: "SUGGESTION",
  title: "Irrelevant condition key in policy",
  origin: "access-analyzer",
  appliesTo: ["resource"],
  why: "The policy is attached to the very resource whose owner the key names, so the test says nothing.",
  fix: "Use the key in the policies of the callers.",
  facts: [],
  examples: {
    bad: {
      type: "resource",
      resourceType: "AWS::S3::Bucket",
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Principal": { "AWS": "123456789012" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::app/*",
          "Condition": { "StringEquals": { ⟦"s3:ResourceAccount"⟧: "123456789012" } } } ] }`,
    },
    good: {
      type: "resource",
      resourceType: "AWS::S3::Bucket",
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Principal": { "AWS": "123456789012" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::app/*" } ] }`,
    },
  },

  *check(policy) {
    if (!/^AWS::S3::(Bucket|AccessPoint)$/.test(policy.resourceType ?? "")) return;
    for (const { condition } of conditionsOf(policy))
      if (condition.key.toLowerCase() === "s3:resourceaccount")
        yield {
          at: { keyOf: condition.keyMember },
          message: `${condition.key} is always the account that owns the ${policy.resourceType}.`,
        };
  },
});
