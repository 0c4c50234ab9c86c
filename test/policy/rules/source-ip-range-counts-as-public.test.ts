import rule from "../../../src/policy/rules/source-ip-range-counts-as-public.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (...statements: readonly string[]): string =>
  `{ "Version": "2012-10-17", "Statement": [ ${statements.map((statement) => `{ ${statement} }`).join(", ")} ] }`;

testRule(rule, {
  flags: {
    "the wide ones of several ranges": {
      type: "resource",
      policy: policy(
        `"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*", "Condition": { "IpAddress": { "AWS:sourceip": ["203.0.113.0/24", ⟦"52.0.0.0/7"⟧, "52.0.0.0/8", "2001:db8::/32", ⟦"2001:c00::/23"⟧] } }`,
      ),
    },
    "everyone in an object": {
      type: "resource",
      policy: policy(
        `"Effect": "Allow", "Principal": { "AWS": ["*"] }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*", "Condition": { "IpAddress": { "aws:SourceIp": ⟦"0.0.0.0/0"⟧ } }`,
      ),
    },
    "all actions, in any case": {
      type: "resource",
      policy: policy(
        `"Effect": "Allow", "Principal": "*", "Action": ["S3:*"], "Resource": "arn:aws:s3:::b/*", "Condition": { "IpAddress": { "aws:SourceIp": ⟦"::/0"⟧ } }`,
      ),
    },
  },
  passes: {
    "a range of /8": {
      type: "resource",
      policy: policy(
        `"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*", "Condition": { "IpAddress": { "aws:SourceIp": "52.0.0.0/8" } }`,
      ),
    },
    "an IPv6 range of /32": {
      type: "resource",
      policy: policy(
        `"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*", "Condition": { "IpAddress": { "aws:SourceIp": "2001:db8::/32" } }`,
      ),
    },
    "a private range of IPv6": {
      type: "resource",
      policy: policy(
        `"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*", "Condition": { "IpAddress": { "aws:SourceIp": "fc00::/7" } }`,
      ),
    },
    "a second limit": {
      type: "resource",
      policy: policy(
        `"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*", "Condition": { "IpAddress": { "aws:SourceIp": "0.0.0.0/0" }, "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }`,
      ),
    },
    "a named principal": {
      type: "resource",
      policy: policy(
        `"Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*", "Condition": { "IpAddress": { "aws:SourceIp": "0.0.0.0/0" } }`,
      ),
    },
    "a Deny": {
      type: "resource",
      policy: policy(
        `"Effect": "Deny", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*", "Condition": { "IpAddress": { "aws:SourceIp": "0.0.0.0/0" } }`,
      ),
    },
    "an exception": {
      type: "resource",
      policy: policy(
        `"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*", "Condition": { "NotIpAddress": { "aws:SourceIp": "0.0.0.0/1" } }`,
      ),
    },
    "a queue": {
      type: "resource",
      policy: policy(
        `"Effect": "Allow", "Principal": "*", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:111122223333:q", "Condition": { "IpAddress": { "aws:SourceIp": "0.0.0.0/0" } }`,
      ),
    },
    "what is no range": {
      type: "resource",
      policy: policy(
        `"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*", "Condition": { "IpAddress": { "aws:SourceIp": "everywhere" } }`,
      ),
    },
  },
});
