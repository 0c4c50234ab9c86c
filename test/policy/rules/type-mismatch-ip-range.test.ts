import rule from "../../../src/policy/rules/type-mismatch-ip-range.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "a wildcard": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": ["203.0.113.7", ⟦"10.*"⟧] } }`,
    ),
    "a prefix that is too long": policy(
      `"Effect": "Deny", "Action": "s3:GetObject", "Resource": "*", "Condition": { "notipaddress": { "aws:SourceIp": ⟦"203.0.113.0/64"⟧ } }`,
    ),
  },
  passes: {
    "an address": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": "203.0.113.7" } }`,
    ),
    IPv6: policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "NotIpAddress": { "aws:SourceIp": ["2001:db8::/32", "::1"] } }`,
    ),
    "a variable, which has its own code": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": "\${aws:PrincipalTag/x}" } }`,
    ),
  },
});
