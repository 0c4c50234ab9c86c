import rule from "../../../src/policy/rules/equivalent-to-null-true.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (condition: string, effect = "Allow"): string =>
  `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", "Action": "s3:GetObject", "Resource": "*", "Condition": ${condition} } }`;

testRule(rule, {
  flags: {
    "one of a list": policy(`{ "StringNotLike": { "aws:RequestTag/team": ["a*", ⟦"*"⟧] } }`),
    "the operator in another case": policy(`{ "stringnotlike": { "kms:EncryptionContext:app": ⟦"*"⟧ } }`),
    "a Deny": policy(`{ "StringNotLike": { "aws:ResourceTag/team": ⟦"*"⟧ } }`, "Deny"),
  },
  passes: {
    "a star that is part of the value": policy(`{ "StringNotLike": { "aws:RequestTag/team": "dzd*" } }`),
    "StringNotEquals, for which a star is a star": policy(
      `{ "StringNotEquals": { "aws:RequestTag/team": "*" } }`,
    ),
    "the positive operator, which has its own code": policy(
      `{ "StringLike": { "aws:RequestTag/team": "*" } }`,
    ),
  },
});
