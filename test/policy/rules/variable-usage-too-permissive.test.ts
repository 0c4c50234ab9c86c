import rule from "../../../src/policy/rules/variable-usage-too-permissive.ts";
import { testRule } from "../../support/test-rule.ts";

const cond = (condition: string, effect = "Allow"): string =>
  `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", "Action": "s3:GetObject", "Resource": "*", "Condition": ${condition} } }`;

testRule(rule, {
  flags: {
    "one of a list, under the negated operator in a Deny": cond(
      `{ "StringNotLike": { "aws:SourceAccount": ["123456789012", ⟦"${"$"}{aws:username}"⟧] } }`,
      "Deny",
    ),
    "the key in another case": cond(`{ "stringlike": { "AWS:sourcevpc": ⟦"vpc-${"$"}{aws:username}"⟧ } }`),
    "aws:userid without a colon": cond(`{ "StringLike": { "aws:userid": ⟦"AROA${"$"}{aws:username}"⟧ } }`),
  },
  passes: {
    "aws:userid with it beside the colon": cond(
      `{ "StringLike": { "aws:userid": ["AROAEXAMPLE:${"$"}{aws:username}", "${"$"}{aws:username}:*"] } }`,
    ),
    StringEquals: cond(`{ "StringEquals": { "aws:PrincipalOrgID": "${"$"}{aws:username}" } }`),
    "another key": cond(`{ "StringLike": { "aws:PrincipalTag/team": "${"$"}{aws:username}" } }`),
  },
});
