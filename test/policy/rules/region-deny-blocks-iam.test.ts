import rule from "../../../src/policy/rules/region-deny-blocks-iam.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (...statements: readonly string[]): string =>
  `{ "Version": "2012-10-17", "Statement": [ ${statements.map((statement) => `{ ${statement} }`).join(", ")} ] }`;

testRule(rule, {
  flags: {
    "every action, among other conditions": {
      type: "scp",
      policy: policy(
        `"Effect": "Deny", "Action": ⟦["*"]⟧, "Resource": "*", "Condition": { "StringNotLike": { "AWS:requestedregion": ["eu-*"] }, "ArnNotLike": { "aws:PrincipalArn": "arn:aws:iam::*:role/admin" } }`,
      ),
    },
    "exceptions without IAM": {
      type: "scp",
      policy: policy(
        `"Effect": "Deny", "NotAction": ⟦["sts:*", "support:*"]⟧, "Resource": "*", "Condition": { "StringNotEquals": { "aws:RequestedRegion": "eu-central-1" } }`,
      ),
    },
    "actions of IAM themselves": policy(
      `"Effect": "Deny", "Action": ⟦["ec2:*", "IAM:Create*"]⟧, "Resource": "*", "Condition": { "StringNotEquals": { "aws:RequestedRegion": "eu-central-1" } }`,
    ),
    "resources of IAM": policy(
      `"Effect": "Deny", "Action": ⟦"*"⟧, "Resource": ["arn:aws:s3:::b", "arn:aws:iam::111122223333:role/*"], "Condition": { "StringNotEquals": { "aws:RequestedRegion": "eu-central-1" } }`,
    ),
    "all resources but a bucket": policy(
      `"Effect": "Deny", "Action": ⟦"*:Create*"⟧, "NotResource": "arn:aws:s3:::b/*", "Condition": { "StringNotEquals": { "aws:RequestedRegion": "eu-central-1" } }`,
    ),
  },
  passes: {
    "us-east-1 among the Regions": {
      type: "scp",
      policy: policy(
        `"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "StringNotEquals": { "aws:RequestedRegion": ["eu-central-1", "us-east-1"] } }`,
      ),
    },
    "a pattern that takes us-east-1 in": {
      type: "scp",
      policy: policy(
        `"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "StringNotLike": { "aws:RequestedRegion": "us-*" } }`,
      ),
    },
    "Regions of another partition": {
      type: "scp",
      policy: policy(
        `"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "StringNotEquals": { "aws:RequestedRegion": ["cn-north-1", "cn-northwest-1"] } }`,
      ),
    },
    "Regions that a variable fills in": policy(
      `"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "StringNotEquals": { "aws:RequestedRegion": "\${aws:PrincipalTag/region}" } }`,
    ),
    "IAM exempt, if only in part": {
      type: "scp",
      policy: policy(
        `"Effect": "Deny", "NotAction": ["iam:Get*"], "Resource": "*", "Condition": { "StringNotEquals": { "aws:RequestedRegion": "eu-central-1" } }`,
      ),
    },
    "actions of other services": {
      type: "scp",
      policy: policy(
        `"Effect": "Deny", "Action": ["ec2:*", "s3:*", "*:DescribeInstances"], "Resource": "*", "Condition": { "StringNotEquals": { "aws:RequestedRegion": "eu-central-1" } }`,
      ),
    },
    "resources of other services": policy(
      `"Effect": "Deny", "Action": "*", "Resource": "arn:aws:ec2:*:*:instance/*", "Condition": { "StringNotEquals": { "aws:RequestedRegion": "eu-central-1" } }`,
    ),
    "the resources of IAM exempt": policy(
      `"Effect": "Deny", "Action": "*", "NotResource": "arn:aws:iam::*:*", "Condition": { "StringNotEquals": { "aws:RequestedRegion": "eu-central-1" } }`,
    ),
    "a Deny of the Regions named": {
      type: "scp",
      policy: policy(
        `"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "StringEquals": { "aws:RequestedRegion": "eu-central-1" } }`,
      ),
    },
    "an Allow": policy(
      `"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": { "StringNotEquals": { "aws:RequestedRegion": "eu-central-1" } }`,
    ),
  },
});
