import rule from "../../../src/policy/rules/forallvalues-without-null-check.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "a negated operator": policy(
      `"Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "*", "Condition": { "ForAllValues:StringNotEquals": { ⟦"aws:TagKeys"⟧: ["a"] } }`,
    ),
    "a Deny": policy(
      `"Effect": "Deny", "Action": "ec2:CreateTags", "Resource": "*", "Condition": { "ForAllValues:StringEquals": { ⟦"aws:TagKeys"⟧: ["a"] } }`,
    ),
    "another case of the qualifier": policy(
      `"Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "*", "Condition": { "forallvalues:stringlike": { ⟦"aws:tagkeys"⟧: "a*" } }`,
    ),
    "a Null check that demands the absence": policy(
      `"Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "*", "Condition": { "ForAllValues:StringEquals": { ⟦"aws:TagKeys"⟧: ["a"] }, "Null": { "aws:RequestTag/a": "true" } }`,
    ),
    "a Null check on another key": policy(
      `"Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "*", "Condition": { "ForAllValues:StringEquals": { ⟦"aws:TagKeys"⟧: ["a"] }, "Null": { "aws:RequestTag/a": "false" } }`,
    ),
    "two keys, one of them checked": policy(
      `"Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "*", "Condition": { "ForAllValues:StringEquals": { "aws:TagKeys": ["a"], ⟦"dynamodb:Attributes"⟧: ["b"] }, "Null": { "aws:TagKeys": false } }`,
    ),
    "a check in another statement": `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "*", "Condition": { "ForAllValues:StringEquals": { ⟦"aws:TagKeys"⟧: ["a"] } } }, { "Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "*", "Condition": { "Null": { "aws:TagKeys": "false" } } } ] }`,
  },
  passes: {
    "a Null check in another case, as a boolean": policy(
      `"Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "*", "Condition": { "ForAllValues:StringEquals": { "aws:TagKeys": ["a"] }, "null": { "AWS:tagkeys": false } }`,
    ),
    "a Null check in a Deny": policy(
      `"Effect": "Deny", "Action": "ec2:CreateTags", "Resource": "*", "Condition": { "ForAllValues:StringEquals": { "aws:TagKeys": ["a"] }, "Null": { "aws:TagKeys": "false" } }`,
    ),
    "ForAnyValue, which needs a value": policy(
      `"Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "*", "Condition": { "ForAnyValue:StringEquals": { "aws:TagKeys": "a" } }`,
    ),
    "ForAnyValue on the same key beside it": policy(
      `"Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "*", "Condition": { "ForAllValues:StringEquals": { "aws:TagKeys": ["a"] }, "ForAnyValue:StringLike": { "aws:TagKeys": "*" } }`,
    ),
    "IfExists, which says that the key may be missing": policy(
      `"Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "*", "Condition": { "ForAllValues:StringEqualsIfExists": { "aws:TagKeys": "a" } }`,
    ),
    "a plain operator": policy(
      `"Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "*", "Condition": { "StringEquals": { "aws:RequestTag/a": "b" } }`,
    ),
  },
});
