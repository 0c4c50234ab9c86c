import rule from "../../../src/policy/rules/irrelevant-condition-key-in-policy.ts";
import { testRule } from "../../support/test-rule.ts";

testRule(rule, {
  flags: {
    "another case, in a Deny": {
      type: "resource",
      resourceType: "AWS::S3::Bucket",
      policy: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::a", "Condition": { "StringEquals": { ⟦"S3:resourceaccount"⟧: "123456789012" } } } }`,
    },
    "an access point": {
      type: "resource",
      resourceType: "AWS::S3::AccessPoint",
      policy: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::a", "Condition": { "StringEquals": { ⟦"s3:ResourceAccount"⟧: "123456789012" } } } }`,
    },
  },
  passes: {
    "another key": {
      type: "resource",
      resourceType: "AWS::S3::Bucket",
      policy: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::a", "Condition": { "StringEquals": { "aws:ResourceAccount": "123456789012" } } } }`,
    },
    "another kind of resource": {
      type: "resource",
      resourceType: "AWS::SQS::Queue",
      policy: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": "*", "Action": "sqs:*", "Resource": "*", "Condition": { "StringEquals": { "s3:ResourceAccount": "123456789012" } } } }`,
    },
    "no resource type": {
      type: "resource",
      policy: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::a", "Condition": { "StringEquals": { "s3:ResourceAccount": "123456789012" } } } }`,
    },
  },
});
