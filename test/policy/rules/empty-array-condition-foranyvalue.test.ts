import rule from "../../../src/policy/rules/empty-array-condition-foranyvalue.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "a Deny": policy(
      `"Effect": "Deny", "Action": "s3:GetObject", "Resource": "*", "Condition": { "ForAnyValue:StringEquals": { "aws:TagKeys": ⟦[]⟧, "aws:username": "a" } }`,
    ),
    "another case of the operator": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "FORANYVALUE:STRINGEQUALS": { "aws:TagKeys": ⟦[]⟧ } }`,
    ),
  },
  passes: {
    "a value": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "ForAnyValue:StringEquals": { "aws:TagKeys": "a" } }`,
    ),
    "a plain operator": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:TagKeys": [] } }`,
    ),
    ForAllValues: policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "ForAllValues:StringEquals": { "aws:TagKeys": [] } }`,
    ),
    IfExists: policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEqualsIfExists": { "aws:TagKeys": [] } }`,
    ),
  },
});
