import rule from "../../../src/policy/rules/duplicate-keys-with-different-case.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "three spellings": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": "1.2.3.4", ⟦"aws:sourceip"⟧: "1.2.3.5", ⟦"AWS:SourceIP"⟧: "1.2.3.6" } }`,
    ),
    "a Deny": policy(
      `"Effect": "Deny", "Action": "s3:GetObject", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "true", ⟦"aws:securetransport"⟧: "false" } }`,
    ),
  },
  passes: {
    "the same key under two operators": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringLike": { "aws:userid": "a*" }, "StringNotLike": { "AWS:userid": "ab*" } }`,
    ),
    "different keys": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:username": "a", "aws:userid": "a" } }`,
    ),
    "the same spelling, which is a syntax error": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:username": "a", "aws:username": "b" } }`,
    ),
  },
});
