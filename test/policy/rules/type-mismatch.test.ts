import rule from "../../../src/policy/rules/type-mismatch.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (condition: string, effect = "Allow"): string =>
  `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", "Action": "s3:GetObject", "Resource": "*", "Condition": ${condition} } }`;

testRule(rule, {
  flags: {
    "a number operator on text": policy(`{ "NumericEquals": { ⟦"aws:PrincipalAccount"⟧: "123456789012" } }`),
    "a text operator on an address, in another case": policy(
      `{ "stringlike": { ⟦"AWS:sourceip"⟧: "10.*" } }`,
    ),
    "a qualifier and IfExists": policy(`{ "ForAllValues:BoolIfExists": { ⟦"aws:TagKeys"⟧: "true" } }`),
    "a Deny": policy(`{ "StringNotEquals": { ⟦"aws:SecureTransport"⟧: "true" } }`, "Deny"),
  },
  passes: {
    "an ARN compared as text": policy(`{ "StringEquals": { "aws:SourceArn": "arn:aws:s3:::x" } }`),
    "text compared as an ARN": policy(`{ "ArnLike": { "aws:RequestTag/arn": "arn:aws:s3:::x*" } }`),
    "Null on anything": policy(`{ "Null": { "aws:MultiFactorAuthAge": "true" } }`),
    "a time in seconds": policy(`{ "NumericLessThan": { "aws:EpochTime": "1700000000" } }`),
    "a key that no list knows": policy(`{ "Bool": { "nosuch:Key": "true" } }`),
    "an operator that IAM does not have": policy(`{ "StringMatches": { "aws:SecureTransport": "true" } }`),
  },
});
