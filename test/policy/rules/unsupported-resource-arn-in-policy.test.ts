import rule from "../../../src/policy/rules/unsupported-resource-arn-in-policy.ts";
import { testRule } from "../../support/test-rule.ts";

testRule(rule, {
  flags: {
    "a star for a bucket": {
      type: "resource",
      resourceType: "AWS::S3::Bucket",
      policy: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::a", ⟦"*"⟧], "Condition": {} } }`,
    },
    "another service, in a Deny": {
      type: "resource",
      resourceType: "AWS::S3::Bucket",
      policy: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ⟦"arn:aws:sqs:eu-west-1:123456789012:q"⟧, "Condition": {} } }`,
    },
    "a table": {
      type: "resource",
      resourceType: "AWS::DynamoDB::Table",
      policy: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": "*", "Action": "dynamodb:*", "Resource": ⟦"arn:aws:s3:::a"⟧, "Condition": {} } }`,
    },
  },
  passes: {
    "the bucket and its objects": {
      type: "resource",
      resourceType: "AWS::S3::Bucket",
      policy: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::a", "arn:aws:s3:::a/*"], "Condition": {} } }`,
    },
    "a star for a table": {
      type: "resource",
      resourceType: "AWS::DynamoDB::Table",
      policy: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": "*", "Action": "dynamodb:*", "Resource": "*", "Condition": {} } }`,
    },
    "a wildcard in the service": {
      type: "resource",
      resourceType: "AWS::S3::Bucket",
      policy: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:*:::a", "Condition": {} } }`,
    },
    "no resource type": {
      type: "resource",
      policy: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": {} } }`,
    },
  },
});
