import rule from "../../../src/policy/rules/invalid-condition-key-format.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "an empty name": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { ⟦"aws:"⟧: "a", ⟦":x"⟧: "b" } }`,
    ),
    "an empty key": policy(
      `"Effect": "Deny", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { ⟦""⟧: "a" } }`,
    ),
  },
  passes: {
    "a global key": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "true" } }`,
    ),
    "a tag key with a blank": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/cost center": "a" } }`,
    ),
    "the key of an identity provider": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "example.com/path:aud": "a" } }`,
    ),
  },
});
