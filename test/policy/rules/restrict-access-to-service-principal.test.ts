import rule from "../../../src/policy/rules/restrict-access-to-service-principal.ts";
import { testRule } from "../../support/test-rule.ts";

testRule(rule, {
  flags: {
    "two services": `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "Service": [⟦"sns.amazonaws.com"⟧, ⟦"s3.amazonaws.com"⟧] }, "Action": "sqs:SendMessage", "Resource": "*", "Condition": {} } }`,
    "another condition": `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "Service": ⟦"sns.amazonaws.com"⟧ }, "Action": "sqs:SendMessage", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "true" } } } }`,
  },
  passes: {
    "a source account, in another case": `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "Service": "sns.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "*", "Condition": { "StringEquals": { "AWS:sourceaccount": "123456789012" } } } }`,
    "a source organization": `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "Service": "sns.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "*", "Condition": { "StringEquals": { "aws:SourceOrgID": "o-a1b2c3d4e5" } } } }`,
    "a Deny": `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Principal": { "Service": "sns.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "*", "Condition": {} } }`,
    "another kind of principal": `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "AWS": "123456789012" }, "Action": "sqs:SendMessage", "Resource": "*", "Condition": {} } }`,
    "a trust policy": `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" } }`,
  },
});
