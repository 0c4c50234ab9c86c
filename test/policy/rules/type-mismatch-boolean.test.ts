import rule from "../../../src/policy/rules/type-mismatch-boolean.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "a number": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": ⟦1⟧ } }`,
    ),
    Null: policy(
      `"Effect": "Deny", "Action": "s3:GetObject", "Resource": "*", "Condition": { "Null": { "aws:username": [⟦"*"⟧] } }`,
    ),
  },
  passes: {
    "a boolean": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": false } }`,
    ),
    capitals: policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "BoolIfExists": { "aws:SecureTransport": "True" } }`,
    ),
    "a variable, which has its own code": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "\${aws:PrincipalTag/x}" } }`,
    ),
  },
});
