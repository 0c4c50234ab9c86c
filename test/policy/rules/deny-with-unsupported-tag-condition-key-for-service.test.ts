import rule from "../../../src/policy/rules/deny-with-unsupported-tag-condition-key-for-service.ts";
import { testRule } from "../../support/test-rule.ts";

testRule(rule, {
  flags: {
    "another case of action and key": `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": ⟦"S3:listallmybuckets"⟧, "Resource": "*", "Condition": { "stringlike": { ⟦"AWS:resourcetag/a"⟧: "b*" } } } }`,
    "several actions of one service": `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": ["ec2:StopInstances", ⟦"s3:ListAllMyBuckets"⟧, "s3:*", ⟦"s3:GetAccountPublicAccessBlock"⟧], "Resource": "*", "Condition": { "StringEquals": { ⟦"aws:ResourceTag/a"⟧: "b" } } } }`,
  },
  passes: {
    "actions that know the tag": `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": ["ec2:StopInstances", "secretsmanager:GetSecretValue"], "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/a": "b" } } } }`,
    wildcards: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": ["s3:List*", "*"], "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/a": "b" } } } }`,
    "a negated operator": `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:ListAllMyBuckets", "Resource": "*", "Condition": { "StringNotEquals": { "aws:ResourceTag/a": "b" } } } }`,
    "IfExists and Null": `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:ListAllMyBuckets", "Resource": "*", "Condition": { "StringEqualsIfExists": { "aws:ResourceTag/a": "b" }, "Null": { "aws:ResourceTag/a": "false" } } } }`,
    "the other effect": `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:ListAllMyBuckets", "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/a": "b" } } } }`,
    "the tag of the caller": `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:ListAllMyBuckets", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalTag/a": "b" } } } }`,
  },
});
