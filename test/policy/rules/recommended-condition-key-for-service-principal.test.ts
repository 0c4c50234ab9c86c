import rule from "../../../src/policy/rules/recommended-condition-key-for-service-principal.ts";
import { testRule } from "../../support/test-rule.ts";

testRule(rule, {
  flags: {
    "two services": `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "Service": [⟦"sns.amazonaws.com"⟧, ⟦"s3.amazonaws.com"⟧] }, "Action": "sqs:SendMessage", "Resource": "*", "Condition": { "StringLike": { "aws:Referer": "x" } } } }`,
    "another case": `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "Service": ⟦"sns.amazonaws.com"⟧ }, "Action": "sqs:SendMessage", "Resource": "*", "Condition": { "StringEquals": { "AWS:USERAGENT": "x" } } } }`,
  },
  passes: {
    "a source beside it": `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "Service": "sns.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "*", "Condition": { "StringEquals": { "aws:Referer": "x", "aws:SourceAccount": "123456789012" } } } }`,
    "no condition, which has its own code": `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "Service": "sns.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "*", "Condition": {} } }`,
    "another kind of principal": `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "AWS": "123456789012" }, "Action": "sqs:SendMessage", "Resource": "*", "Condition": { "StringEquals": { "aws:Referer": "x" } } } }`,
  },
});
