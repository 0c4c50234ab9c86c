import rule from "../../../src/policy/rules/improve-ip-range.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    IPv6: policy(
      `"Effect": "Deny", "Action": "s3:GetObject", "Resource": "*", "Condition": { "NotIpAddress": { "aws:SourceIp": ["203.0.113.0/24", ⟦"2001:db8::1/32"⟧] } }`,
    ),
    "another key": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "IpAddressIfExists": { "aws:VpcSourceIp": ⟦"10.1.2.3/8"⟧ } }`,
    ),
  },
  passes: {
    "a block": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": "203.0.113.0/24" } }`,
    ),
    "an address": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": "203.0.113.7/32" } }`,
    ),
    "no block, which has its own code": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": "x/24" } }`,
    ),
  },
});
