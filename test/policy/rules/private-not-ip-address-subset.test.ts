import rule from "../../../src/policy/rules/private-not-ip-address-subset.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "two private ranges, in another case": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "notipaddressIfExists": { "AWS:sourceip": [⟦"192.168.1.0/24"⟧, ⟦"172.16.0.1"⟧, "203.0.113.0/24"] } }`,
    ),
    IPv6: policy(
      `"Effect": "Deny", "Action": "s3:GetObject", "Resource": "*", "Condition": { "NotIpAddress": { "aws:SourceIp": [⟦"fd00::/8"⟧, "203.0.113.0/24"] } }`,
    ),
  },
  passes: {
    "public ranges": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "NotIpAddress": { "aws:SourceIp": ["203.0.113.0/24", "172.32.0.0/16"] } }`,
    ),
    "the private addresses of a VPC": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "NotIpAddress": { "aws:VpcSourceIp": ["10.0.0.0/8", "203.0.113.0/24"] } }`,
    ),
    "the opposite operator": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": ["10.0.0.0/8", "203.0.113.0/24"] } }`,
    ),
    "the other share": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "NotIpAddress": { "aws:SourceIp": ["10.0.0.0/8"] } }`,
    ),
  },
});
