import rule from "../../../src/policy/rules/equivalent-to-null-false.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (condition: string, effect = "Allow"): string =>
  `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", "Action": "s3:GetObject", "Resource": "*", "Condition": ${condition} } }`;

testRule(rule, {
  flags: {
    "one of a list": policy(`{ "StringLike": { "aws:RequestTag/team": ["a*", ⟦"*"⟧] } }`),
    "any key, with the operator in another case": policy(
      `{ "stringlike": { "kms:EncryptionContext:app": ⟦"*"⟧ } }`,
    ),
    "a Deny": policy(`{ "StringLike": { "ec2:ResourceTag/team": ⟦"*"⟧ } }`, "Deny"),
  },
  passes: {
    "a star that is part of the value": policy(`{ "StringLike": { "aws:RequestTag/team": "dzd*" } }`),
    "StringEquals, for which a star is a star": policy(`{ "StringEquals": { "aws:RequestTag/team": "*" } }`),
    "the negated operator, which has its own code": policy(
      `{ "StringNotLike": { "aws:RequestTag/team": "*" } }`,
    ),
    "an operator that is true without the key": policy(
      `{ "StringLikeIfExists": { "aws:RequestTag/team": "*" } }`,
    ),
  },
});
