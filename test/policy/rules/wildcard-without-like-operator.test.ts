import rule from "../../../src/policy/rules/wildcard-without-like-operator.ts";
import { testRule } from "../../support/test-rule.ts";

const cond = (condition: string, effect = "Allow"): string =>
  `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", "Action": "s3:GetObject", "Resource": "*", "Condition": ${condition} } }`;

testRule(rule, {
  flags: {
    "a question mark, under a negated operator in another case": cond(
      `{ "stringnotequals": { "aws:PrincipalTag/team": ⟦"dev-?"⟧ } }`,
    ),
    "the IgnoreCase form with a qualifier, in a Deny": cond(
      `{ "ForAnyValue:StringEqualsIgnoreCase": { "aws:TagKeys": ["a", ⟦"b*"⟧] } }`,
      "Deny",
    ),
    IfExists: cond(`{ "StringEqualsIfExists": { "aws:username": ⟦"*"⟧ } }`),
  },
  passes: {
    StringLike: cond(`{ "StringLike": { "aws:username": "a*" } }`),
    "ArnEquals, which knows wildcards": cond(`{ "ArnEquals": { "aws:SourceArn": "arn:aws:s3:::*" } }`),
    "no wildcard": cond(`{ "StringEquals": { "aws:username": "a" } }`),
    "a variable": cond(`{ "StringEquals": { "aws:PrincipalTag/a": "${"$"}{aws:username}" } }`),
  },
});
