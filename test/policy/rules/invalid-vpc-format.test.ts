import rule from "../../../src/policy/rules/invalid-vpc-format.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "a wrong length": policy(
      `"Effect": "Deny", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringNotEquals": { "aws:SourceVpc": ["vpc-12345678", ⟦"vpc-123"⟧] } }`,
    ),
    "an ARN, under another case of the key": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "AWS:SOURCEVPC": ⟦"arn:aws:ec2:::x"⟧ } }`,
    ),
  },
  passes: {
    "a short id": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:SourceVpc": "vpc-1a2b3c4d" } }`,
    ),
    "a wildcard": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringLike": { "aws:SourceVpc": "vpc-*" } }`,
    ),
    "a variable": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:SourceVpc": "\${aws:PrincipalTag/v}" } }`,
    ),
    Null: policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "Null": { "aws:SourceVpc": "true" } }`,
    ),
  },
});
