import rule from "../../../src/policy/rules/string-like-operator-with-arn-condition-keys.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (condition: string, effect = "Allow"): string =>
  `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", "Action": "s3:GetObject", "Resource": "*", "Condition": ${condition} } }`;

testRule(rule, {
  flags: {
    "the negated operator": policy(
      `{ "StringNotLike": { ⟦"aws:PrincipalArn"⟧: "arn:aws:iam::123456789012:role/*" } }`,
    ),
    "a key and an operator in another case": policy(
      `{ "stringlikeifexists": { ⟦"AWS:SOURCEARN"⟧: "arn:aws:s3:::x" } }`,
    ),
    "a list of ARNs": policy(`{ "ForAnyValue:StringLike": { ⟦"ram:ResourceArn"⟧: ["arn:aws:ec2:*"] } }`),
    "a Deny": policy(`{ "StringLike": { ⟦"lambda:FunctionArn"⟧: "arn:aws:lambda:*" } }`, "Deny"),
  },
  passes: {
    StringEquals: policy(`{ "StringEquals": { "aws:SourceArn": "arn:aws:s3:::x" } }`),
    ArnLike: policy(`{ "ArnLike": { "aws:SourceArn": "arn:aws:s3:::x*" } }`),
    "a key of another type": policy(`{ "StringLike": { "aws:PrincipalTag/arn": "arn:aws:s3:::x*" } }`),
    "a key that no list knows": policy(`{ "StringLike": { "nosuch:Arn": "arn:aws:s3:::x*" } }`),
  },
});
