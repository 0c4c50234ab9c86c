import rule from "../../../src/policy/rules/invalid-global-condition-key.ts";
import { testRule } from "../../support/test-rule.ts";

const cond = (condition: string, effect = "Allow"): string =>
  `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", "Action": "s3:GetObject", "Resource": "*", "Condition": ${condition} } }`;

testRule(rule, {
  flags: {
    "an invented key": cond(
      `{ "StringEquals": { "aws:PrincipalOrgID": "o-a", ⟦"aws:CallerAccount"⟧: "a" } }`,
    ),
    "another case, in a Deny": cond(`{ "Null": { ⟦"AWS:NoSuchKey"⟧: "true" } }`, "Deny"),
  },
  passes: {
    "a documented key that the data does not list yet": cond(
      `{ "ArnEquals": { "aws:SignInSessionArn": "arn:aws:signin:us-east-1:123456789012:session/a" } }`,
    ),
    "a key in another case": cond(`{ "StringEquals": { "AWS:principalorgid": "o-a" } }`),
    "a tag": cond(`{ "StringEquals": { "aws:ResourceTag/a:b/c": "x" } }`),
    "a tag key without its tag, which has its own code": cond(
      `{ "StringEquals": { "aws:ResourceTag": "x", "aws:PrincipalTag/": "x" } }`,
    ),
    "aws:ARN, which has its own code": cond(
      `{ "ArnLike": { "aws:ARN": "arn:aws:iam::123456789012:user/a" } }`,
    ),
  },
});
