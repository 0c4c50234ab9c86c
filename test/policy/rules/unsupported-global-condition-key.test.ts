import rule from "../../../src/policy/rules/unsupported-global-condition-key.ts";
import { testRule } from "../../support/test-rule.ts";

const cond = (condition: string, effect = "Allow"): string =>
  `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", "Action": "s3:GetObject", "Resource": "*", "Condition": ${condition} } }`;

testRule(rule, {
  flags: {
    "another case": cond(`{ "ArnLike": { ⟦"AWS:arn"⟧: "arn:aws:iam::123456789012:user/a" } }`),
    "a Deny, among other keys": cond(`{ "StringNotLike": { "aws:userid": "A*", ⟦"aws:Arn"⟧: "x" } }`, "Deny"),
  },
  passes: {
    "aws:PrincipalArn": cond(`{ "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::123456789012:user/a" } }`),
    "aws:SourceArn": cond(`{ "ArnLike": { "aws:SourceArn": "arn:aws:s3:::a" } }`),
    "a key of another service": cond(`{ "ArnLike": { "lambda:FunctionArn": "x" } }`),
  },
});
