import type { Example } from "../../../src/policy/rule.ts";
import rule from "../../../src/policy/rules/rcp-missing-related-principal-condition-key.ts";
import { testRule } from "../../support/test-rule.ts";

const rcp = (condition: string, effect = "Deny"): Example => ({
  type: "rcp",
  policy: `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": ${condition} } }`,
});

testRule(rule, {
  flags: {
    "another case, in a list": rcp(
      `{ "StringNotEquals": { ⟦"AWS:principalaccount"⟧: ["111122223333", "444455556666"] } }`,
    ),
    "the opposite guard": rcp(
      `{ "ArnNotLikeIfExists": { ⟦"aws:PrincipalArn"⟧: "arn:aws:iam::111122223333:role/a*" }, "BoolIfExists": { "aws:PrincipalIsAWSService": "true" } }`,
    ),
    "each of two keys": rcp(
      `{ "StringNotEqualsIfExists": { ⟦"aws:PrincipalOrgID"⟧: "o-a1b2c3d4e5", ⟦"aws:PrincipalAccount"⟧: "111122223333" } }`,
    ),
  },
  passes: {
    "a guard without IfExists, as a boolean": rcp(
      `{ "StringNotEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }, "bool": { "AWS:principalisawsservice": false } }`,
    ),
    "a test that the key is there": rcp(`{ "Null": { "aws:PrincipalOrgID": "true" } }`),
    "a key of the network": rcp(`{ "StringNotEquals": { "aws:SourceVpc": "vpc-0a1b2c3d" } }`),
    "an SCP": { ...rcp(`{ "StringNotEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }`), type: "scp" },
    "an Allow": rcp(`{ "StringNotEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }`, "Allow"),
  },
});
