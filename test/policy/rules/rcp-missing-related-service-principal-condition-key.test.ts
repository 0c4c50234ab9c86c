import type { Example } from "../../../src/policy/rule.ts";
import rule from "../../../src/policy/rules/rcp-missing-related-service-principal-condition-key.ts";
import { testRule } from "../../support/test-rule.ts";

const rcp = (condition: string, effect = "Deny"): Example => ({
  type: "rcp",
  policy: `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": ${condition} } }`,
});

testRule(rule, {
  flags: {
    "another case, in a list": rcp(`{ "StringNotEquals": { ⟦"AWS:sourceaccount"⟧: ["111122223333"] } }`),
    "the opposite guard": rcp(
      `{ "ArnNotLike": { ⟦"aws:SourceArn"⟧: "arn:aws:sns:*:111122223333:*" }, "Bool": { "aws:PrincipalIsAWSService": "false" } }`,
    ),
    "paths of an organization": rcp(
      `{ "ForAllValues:StringNotLike": { ⟦"aws:SourceOrgPaths"⟧: "o-a1b2c3d4e5/*" } }`,
    ),
  },
  passes: {
    "a guard without IfExists, as a boolean": rcp(
      `{ "StringNotEquals": { "aws:SourceOrgID": "o-a1b2c3d4e5" }, "Bool": { "aws:PrincipalIsAWSService": true } }`,
    ),
    "a test that the key is there": rcp(`{ "Null": { "aws:SourceAccount": "false" } }`),
    "a key of the principal": rcp(`{ "StringNotEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }`),
    "an SCP": { ...rcp(`{ "StringNotEquals": { "aws:SourceOrgID": "o-a1b2c3d4e5" } }`), type: "scp" },
  },
});
