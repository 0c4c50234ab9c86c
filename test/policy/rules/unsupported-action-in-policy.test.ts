import rule from "../../../src/policy/rules/unsupported-action-in-policy.ts";
import { testRule } from "../../support/test-rule.ts";

testRule(rule, {
  flags: {
    "another case, in a Deny": {
      type: "resource",
      resourceType: "AWS::S3::Bucket",
      policy: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Principal": "*", "Action": ["S3:GetObject", ⟦"KMS:decrypt"⟧], "Resource": "arn:aws:s3:::a", "Condition": {} } }`,
    },
    "a wildcard of another service, in NotAction": {
      type: "resource",
      resourceType: "AWS::S3::Bucket",
      policy: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": "*", "NotAction": ⟦"ec2:*"⟧, "Resource": "arn:aws:s3:::a", "Condition": {} } }`,
    },
    "a table": {
      type: "resource",
      resourceType: "AWS::DynamoDB::Table",
      policy: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": "*", "Action": ⟦"s3:GetObject"⟧, "Resource": "*", "Condition": {} } }`,
    },
    "an action on the account, of the same service": {
      type: "resource",
      resourceType: "AWS::S3::Bucket",
      policy: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "AWS": "123456789012" }, "Action": ["s3:ListBucket", ⟦"s3:ListAllMyBuckets"⟧], "Resource": "arn:aws:s3:::a" } }`,
    },
  },
  passes: {
    "an action on the account in the policy of a key": {
      type: "resource",
      resourceType: "AWS::KMS::Key",
      policy: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "AWS": "123456789012" }, "Action": ["kms:ListKeys", "kms:DescribeKey"], "Resource": "*" } }`,
    },
    "actions of the service": {
      type: "resource",
      resourceType: "AWS::S3::Bucket",
      policy: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": "*", "Action": ["s3:*", "S3:getobject"], "Resource": "arn:aws:s3:::a", "Condition": {} } }`,
    },
    "a star": {
      type: "resource",
      resourceType: "AWS::S3::Bucket",
      policy: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "arn:aws:s3:::a", "Condition": {} } }`,
    },
    "no resource type": {
      type: "resource",
      policy: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": "*", "Action": "kms:Decrypt", "Resource": "arn:aws:s3:::a", "Condition": {} } }`,
    },
    "a type of no known service": {
      type: "resource",
      resourceType: "AWS::Nosuch::Thing",
      policy: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": "*", "Action": "kms:Decrypt", "Resource": "arn:aws:s3:::a", "Condition": {} } }`,
    },
  },
});
