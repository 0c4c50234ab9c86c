import rule from "../../../src/policy/rules/invalid-region.ts";
import { testRule } from "../../support/test-rule.ts";

const cond = (condition: string, effect = "Allow"): string =>
  `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", "Action": "s3:GetObject", "Resource": "*", "Condition": ${condition} } }`;

testRule(rule, {
  flags: {
    "one of a list": cond(`{ "StringEquals": { "aws:RequestedRegion": ["eu-west-1", ⟦"eu-west-77"⟧] } }`),
    "the key in another case, in a Deny": cond(
      `{ "StringNotEquals": { "AWS:requestedregion": ⟦"Frankfurt"⟧ } }`,
      "Deny",
    ),
  },
  passes: {
    "Regions of any partition": cond(
      `{ "StringEquals": { "aws:RequestedRegion": ["eu-west-1", "cn-north-1", "us-gov-west-1"] } }`,
    ),
    patterns: cond(`{ "StringLike": { "aws:RequestedRegion": "eu-*" } }`),
    "another key": cond(`{ "StringEquals": { "aws:PrincipalTag/region": "here" } }`),
  },
});
