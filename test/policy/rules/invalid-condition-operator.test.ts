import rule from "../../../src/policy/rules/invalid-condition-operator.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "a wrong qualifier": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { ⟦"ForAllValue:StringEquals"⟧: { "aws:TagKeys": "a" } }`,
    ),
    "a key in the place of an operator": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { ⟦"aws:username"⟧: { "StringEquals": "a" } }`,
    ),
    "an operator without content": policy(
      `"Effect": "Deny", "Action": "s3:GetObject", "Resource": "*", "Condition": { ⟦"Equals"⟧: {} }`,
    ),
    "what every JavaScript object has": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { ⟦"constructor"⟧: { "aws:SourceArn": "a" }, ⟦"toString"⟧: { "aws:TagKeys": "a" } }`,
    ),
  },
  passes: {
    "another case": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "stringequals": { "aws:username": "a" } }`,
    ),
    "qualifier and suffix": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "ForAnyValue:StringNotLikeIfExists": { "aws:TagKeys": "a" } }`,
    ),
    Null: policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "Null": { "aws:username": "true" } }`,
    ),
  },
});
