import rule from "../../../src/policy/rules/mfa-deny-misses-access-keys.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (...statements: readonly string[]): string =>
  `{ "Version": "2012-10-17", "Statement": [ ${statements.map((statement) => `{ ${statement} }`).join(", ")} ] }`;

testRule(rule, {
  flags: {
    "a boolean, whatever the case of key and operator": policy(
      `"Effect": "Deny", "Action": "ec2:*", "Resource": "*", "Condition": { "bool": { ⟦"AWS:multifactorauthpresent"⟧: false } }`,
    ),
    "NotAction and a list": policy(
      `"Effect": "Deny", "NotAction": "iam:*", "Resource": "*", "Condition": { "Bool": { ⟦"aws:MultiFactorAuthPresent"⟧: ["false"], "aws:SecureTransport": "true" } }`,
    ),
    "a guardrail": {
      type: "scp",
      policy: policy(
        `"Effect": "Deny", "Action": "ec2:*", "Resource": "*", "Condition": { "Bool": { ⟦"aws:MultiFactorAuthPresent"⟧: "false" } }`,
      ),
    },
    "a bucket policy": {
      type: "resource",
      policy: policy(
        `"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::b/*", "Condition": { "Bool": { ⟦"aws:MultiFactorAuthPresent"⟧: "false" } }`,
      ),
    },
  },
  passes: {
    BoolIfExists: policy(
      `"Effect": "Deny", "Action": "ec2:*", "Resource": "*", "Condition": { "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" } }`,
    ),
    "an Allow": policy(
      `"Effect": "Allow", "Action": "ec2:*", "Resource": "*", "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "false" } }`,
    ),
    "a Deny of requests with MFA": policy(
      `"Effect": "Deny", "Action": "ec2:*", "Resource": "*", "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } }`,
    ),
    "requests with the key alone, as Null says": policy(
      `"Effect": "Deny", "Action": "ec2:*", "Resource": "*", "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "false" }, "Null": { "aws:MultiFactorAuthPresent": "false" } }`,
    ),
    "a second Deny for requests without the key": policy(
      `"Effect": "Deny", "Action": "ec2:*", "Resource": "*", "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "false" } }`,
      `"Effect": "Deny", "Action": "ec2:*", "Resource": "*", "Condition": { "Null": { "aws:MultiFactorAuthPresent": true } }`,
    ),
  },
});
