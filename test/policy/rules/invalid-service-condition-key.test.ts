import rule from "../../../src/policy/rules/invalid-service-condition-key.ts";
import { testRule } from "../../support/test-rule.ts";

const cond = (condition: string, effect = "Allow"): string =>
  `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", "Action": "s3:GetObject", "Resource": "*", "Condition": ${condition} } }`;

testRule(rule, {
  flags: {
    "an invented key": cond(`{ "StringEquals": { "s3:prefix": "a", ⟦"s3:ObjectKey"⟧: "a" } }`),
    "another case, in a Deny": cond(`{ "Null": { ⟦"EC2:NoSuchKey"⟧: "true" } }`, "Deny"),
  },
  passes: {
    "a key in another case": cond(`{ "StringEquals": { "S3:PREFIX": "a" } }`),
    "keys with a free part": cond(
      `{ "StringEquals": { "s3:ExistingObjectTag/team": "a", "secretsmanager:ResourceTag/a:b": "a", "ec2:ResourceTag/a": "x" } }`,
    ),
    "a global key with the prefix of a service": cond(`{ "ArnLike": { "lambda:SourceFunctionArn": "x" } }`),
    "an unknown prefix, which has its own code": cond(`{ "StringEquals": { "nosuch:Key": "a" } }`),
  },
});
