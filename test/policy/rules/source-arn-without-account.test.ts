import rule from "../../../src/policy/rules/source-arn-without-account.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (...statements: readonly string[]): string =>
  `{ "Version": "2012-10-17", "Statement": [ ${statements.map((statement) => `{ ${statement} }`).join(", ")} ] }`;

testRule(rule, {
  flags: {
    "one of several ARNs": {
      type: "resource",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Service": "s3.amazonaws.com" }, "Action": "sns:Publish", "Resource": "arn:aws:sns:eu-west-1:111122223333:t", "Condition": { "ArnLike": { "AWS:sourcearn": ["arn:aws:sns:eu-west-1:111122223333:t", ⟦"arn:aws:s3:::b"⟧] } }`,
      ),
    },
    "a wildcard in the place of the account": {
      type: "resource",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Service": "s3.amazonaws.com" }, "Action": "sns:Publish", "Resource": "arn:aws:sns:eu-west-1:111122223333:t", "Condition": { "StringLike": { "aws:SourceArn": ⟦"arn:aws:s3:*:*:b"⟧ } }`,
      ),
    },
    "a Null test of the account, which names none": {
      type: "resource",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Service": "s3.amazonaws.com" }, "Action": "sns:Publish", "Resource": "arn:aws:sns:eu-west-1:111122223333:t", "Condition": { "ArnLike": { "aws:SourceArn": ⟦"arn:aws:s3:::b"⟧ }, "Null": { "aws:SourceAccount": "false" } }`,
      ),
    },
    "a role": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Service": "s3.amazonaws.com" }, "Action": "sts:AssumeRole", "Condition": { "ArnLike": { "aws:SourceArn": ⟦"arn:aws:s3:::b"⟧ } }`,
      ),
    },
  },
  passes: {
    "an ARN with an account": {
      type: "resource",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Service": "s3.amazonaws.com" }, "Action": "sns:Publish", "Resource": "arn:aws:sns:eu-west-1:111122223333:t", "Condition": { "ArnLike": { "aws:SourceArn": "arn:aws:sns:eu-west-1:111122223333:*" } }`,
      ),
    },
    "an account that a template fills in": {
      type: "resource",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Service": "s3.amazonaws.com" }, "Action": "sns:Publish", "Resource": "arn:aws:sns:eu-west-1:111122223333:t", "Condition": { "ArnLike": { "aws:SourceArn": "arn:aws:sns:eu-west-1:\${AWS::AccountId}:*" } }`,
      ),
    },
    "the account beside it": {
      type: "resource",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Service": "s3.amazonaws.com" }, "Action": "sns:Publish", "Resource": "arn:aws:sns:eu-west-1:111122223333:t", "Condition": { "ArnLike": { "aws:SourceArn": "arn:aws:s3:::b" }, "StringEquals": { "AWS:SourceAccount": "111122223333" } }`,
      ),
    },
    "the organization beside it": {
      type: "resource",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Service": "s3.amazonaws.com" }, "Action": "sns:Publish", "Resource": "arn:aws:sns:eu-west-1:111122223333:t", "Condition": { "ArnLike": { "aws:SourceArn": "arn:aws:s3:::b" }, "StringEquals": { "aws:SourceOrgID": "o-a1b2c3d4e5" } }`,
      ),
    },
    "a Deny": {
      type: "resource",
      policy: policy(
        `"Effect": "Deny", "Principal": { "Service": "s3.amazonaws.com" }, "Action": "sns:Publish", "Resource": "arn:aws:sns:eu-west-1:111122223333:t", "Condition": { "ArnLike": { "aws:SourceArn": "arn:aws:s3:::b" } }`,
      ),
    },
    "a negated comparison": {
      type: "resource",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Service": "s3.amazonaws.com" }, "Action": "sns:Publish", "Resource": "arn:aws:sns:eu-west-1:111122223333:t", "Condition": { "ArnNotLike": { "aws:SourceArn": "arn:aws:s3:::b" } }`,
      ),
    },
    "a principal that is no service": {
      type: "resource",
      policy: policy(
        `"Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/r" }, "Action": "sns:Publish", "Resource": "*", "Condition": { "ArnLike": { "aws:SourceArn": "arn:aws:s3:::b" } }`,
      ),
    },
  },
});
