import rule from "../../../src/policy/rules/invalid-kms-key-value.ts";
import { testRule } from "../../support/test-rule.ts";

const cond = (condition: string, effect = "Allow"): string =>
  `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", "Action": "s3:GetObject", "Resource": "*", "Condition": ${condition} } }`;

testRule(rule, {
  flags: {
    "a bare id, with the key in another case": cond(
      `{ "stringnotequals": { "S3:X-AMZ-SERVER-SIDE-ENCRYPTION-AWS-KMS-KEY-ID": ⟦"1234abcd"⟧ } }`,
      "Deny",
    ),
    "the ARN of an alias, in a list": cond(
      `{ "StringEquals": { "s3:x-amz-server-side-encryption-aws-kms-key-id": ["arn:aws:kms:eu-west-1:123456789012:key/mrk-1", ⟦"arn:aws:kms:eu-west-1:123456789012:alias/a"⟧] } }`,
    ),
  },
  passes: {
    "the ARN of a key": cond(
      `{ "StringEquals": { "s3:x-amz-server-side-encryption-aws-kms-key-id": "arn:aws:kms:eu-west-1:123456789012:key/mrk-1" } }`,
    ),
    "patterns and variables": cond(
      `{ "StringLike": { "s3:x-amz-server-side-encryption-aws-kms-key-id": ["arn:aws:kms:*:*:key/*", "${"$"}{aws:PrincipalTag/key}"] } }`,
    ),
    Null: cond(`{ "Null": { "s3:x-amz-server-side-encryption-aws-kms-key-id": "true" } }`),
  },
});
