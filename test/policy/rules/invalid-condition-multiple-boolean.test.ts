import rule from "../../../src/policy/rules/invalid-condition-multiple-boolean.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "IfExists in another case": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "boolifexists": { "aws:ViaAWSService": ⟦[false, false]⟧ } }`,
    ),
    "a Deny": policy(
      `"Effect": "Deny", "Action": "s3:GetObject", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": ⟦["false", "false"]⟧ } }`,
    ),
  },
  passes: {
    "a value in a list": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": ["true"] } }`,
    ),
    "a boolean": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": true } }`,
    ),
    Null: policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "Null": { "aws:username": ["true", "false"] } }`,
    ),
  },
});
