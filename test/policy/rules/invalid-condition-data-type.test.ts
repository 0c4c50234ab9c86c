import rule from "../../../src/policy/rules/invalid-condition-data-type.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "a boolean and a string": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": ⟦[true, "false"]⟧ } }`,
    ),
    "three types": policy(
      `"Effect": "Deny", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:username": ⟦["a", 1, true]⟧ } }`,
    ),
  },
  passes: {
    strings: policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:username": ["a", "b"] } }`,
    ),
    numbers: policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "NumericEquals": { "s3:max-keys": [1, 2] } }`,
    ),
    "types that differ between keys": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:username": "a", "s3:max-keys": 1 } }`,
    ),
  },
});
