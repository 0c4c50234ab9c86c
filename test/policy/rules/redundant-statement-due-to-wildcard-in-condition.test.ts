import rule from "../../../src/policy/rules/redundant-statement-due-to-wildcard-in-condition.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "a star among other values": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "ForAnyValue:StringNotLike": { ⟦"aws:username"⟧: ["*"] } }`,
    ),
    "a Deny, in another case": policy(
      `"Effect": "Deny", "Action": "s3:GetObject", "Resource": "*", "Condition": { "foranyvalue:stringnotlike": { ⟦"aws:username"⟧: "*" } }`,
    ),
  },
  passes: {
    "a test for presence": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringLike": { "aws:username": "*" } }`,
    ),
    "a value that leaves something out": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "ForAnyValue:StringNotLike": { "aws:username": "a*" } }`,
    ),
    "an operator that takes no wildcards": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEqualsIfExists": { "aws:username": "*" } }`,
    ),
    "the other form": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringLikeIfExists": { "aws:username": "*" } }`,
    ),
  },
});
