import { isLiteral } from "../arn.ts";
import { conditionsOf } from "../condition-key.ts";
import { defineRule, everyType } from "../rule.ts";
import { shorten } from "../shorten.ts";

const KEY_ARN = /^arn:[\w-]+:kms:[\w-]+:\d{12}:key\/[\w-]+$/;

export default defineRule({
  issueCode: "INVALID_KMS_KEY_VALUE",
  findingType: "ERROR",
  title: "Invalid kms key value",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "Requests carry the whole ARN of the key; an alias or a bare id never equals it.",
  fix: "Write arn:aws:kms:region:account:key/key-id.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:PutObject", "Resource": "*",
          "Condition": { "StringEquals": { "s3:x-amz-server-side-encryption-aws-kms-key-id": ⟦"alias/app"⟧ } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:PutObject", "Resource": "*",
          "Condition": { "StringEquals": { "s3:x-amz-server-side-encryption-aws-kms-key-id": "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab" } } } ] }`,
    },
  },

  *check(policy, { catalog }) {
    for (const { condition } of conditionsOf(policy)) {
      if (!catalog.reference.kmsKeyArnKeys.includes(condition.key.toLowerCase())) continue;
      if (condition.operator.family === "any") continue;
      for (const value of condition.values)
        if (value.type === "string" && isLiteral(value.value) && !KEY_ARN.test(value.value))
          yield { at: value, message: `${shorten(value.value)} is not the ARN of a KMS key.` };
    }
  },
});
