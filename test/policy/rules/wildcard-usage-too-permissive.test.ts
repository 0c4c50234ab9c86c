import rule from "../../../src/policy/rules/wildcard-usage-too-permissive.ts";
import { testRule } from "../../support/test-rule.ts";

const cond = (condition: string, effect = "Allow"): string =>
  `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", "Action": "s3:GetObject", "Resource": "*", "Condition": ${condition} } }`;

testRule(rule, {
  flags: {
    "one of a list, under the negated operator in a Deny": cond(
      `{ "StringNotLike": { "aws:SourceAccount": ["123456789012", ⟦"o-*"⟧] } }`,
      "Deny",
    ),
    "the key in another case": cond(`{ "stringlike": { "AWS:sourcevpc": ⟦"vpc-o-*"⟧ } }`),
    "aws:userid without a colon": cond(`{ "StringLike": { "aws:userid": ⟦"AROAo-*"⟧ } }`),
  },
  passes: {
    "aws:userid with it beside the colon": cond(
      `{ "StringLike": { "aws:userid": ["AROAEXAMPLE:o-*", "*:*"] } }`,
    ),
    StringEquals: cond(`{ "StringEquals": { "aws:PrincipalOrgID": "o-*" } }`),
    "another key": cond(`{ "StringLike": { "aws:PrincipalTag/team": "o-*" } }`),
  },
});
