import rule from "../../../src/policy/rules/missing-tag-key-in-condition.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "a slash with nothing behind it": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { ⟦"aws:RequestTag/"⟧: "a" } }`,
    ),
    "another case": policy(
      `"Effect": "Deny", "Action": "s3:GetObject", "Resource": "*", "Condition": { "Null": { ⟦"AWS:principaltag"⟧: "true" } }`,
    ),
    "the tag key of a service": policy(
      `"Effect": "Allow", "Action": "ec2:StartInstances", "Resource": "*", "Condition": { "StringEquals": { ⟦"ec2:ResourceTag"⟧: "a" } }`,
    ),
  },
  passes: {
    "a tag": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalTag/team": "a" } }`,
    ),
    "the keys of tags": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "ForAnyValue:StringEquals": { "aws:TagKeys": "a" } }`,
    ),
    "another key": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:username": "a" } }`,
    ),
  },
});
