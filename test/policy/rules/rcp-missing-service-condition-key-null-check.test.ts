import type { Example } from "../../../src/policy/rule.ts";
import rule from "../../../src/policy/rules/rcp-missing-service-condition-key-null-check.ts";
import { testRule } from "../../support/test-rule.ts";

const rcp = (condition: string, effect = "Deny"): Example => ({
  type: "rcp",
  policy: `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": ${condition} } }`,
});

testRule(rule, {
  flags: {
    "another case, in a list": rcp(`{ "StringNotEquals": { ⟦"AWS:sourceaccount"⟧: ["111122223333"] } }`),
    "a Null test on the key that a lone account lacks": rcp(
      `{ "StringNotEquals": { ⟦"aws:SourceOrgID"⟧: "o-a1b2c3d4e5" }, "Null": { "aws:SourceOrgID": "false" } }`,
    ),
    "a Null test without a value": rcp(
      `{ "StringNotEquals": { ⟦"aws:SourceOrgID"⟧: "o-a1b2c3d4e5" }, "Null": { "aws:SourceArn": [] } }`,
    ),
    "the opposite Null test": rcp(
      `{ "StringNotEquals": { ⟦"aws:SourceOrgID"⟧: "o-a1b2c3d4e5" }, "Null": { "aws:SourceArn": "true" } }`,
    ),
  },
  passes: {
    "a Null test on aws:SourceArn, in another case, as a boolean": rcp(
      `{ "null": { "AWS:SourceARN": false }, "StringNotEquals": { "aws:SourceOrgID": "o-a1b2c3d4e5" } }`,
    ),
    "a key of the principal": rcp(`{ "StringNotEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }`),
    "no comparison": rcp(`{ "Null": { "aws:SourceOrgID": "true" } }`),
    "an SCP": { ...rcp(`{ "StringNotEquals": { "aws:SourceOrgID": "o-a1b2c3d4e5" } }`), type: "scp" },
  },
});
