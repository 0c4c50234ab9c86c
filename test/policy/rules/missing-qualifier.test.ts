import rule from "../../../src/policy/rules/missing-qualifier.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (condition: string, effect = "Allow"): string =>
  `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", "Action": "s3:GetObject", "Resource": "*", "Condition": ${condition} } }`;

testRule(rule, {
  flags: {
    "a service key": policy(
      `{ "StringEquals": { ⟦"events:detail-type"⟧: "x" }, "StringLike": { ⟦"events:source"⟧: "aws.*" } }`,
    ),
    "another case of the key": policy(`{ "stringnotequals": { ⟦"AWS:tagkeys"⟧: ["team"] } }`),
    "IfExists, in a Deny": policy(`{ "StringLikeIfExists": { ⟦"aws:PrincipalOrgPaths"⟧: "o-a/*" } }`, "Deny"),
  },
  passes: {
    "a qualifier in another case": policy(`{ "forallvalues:StringEquals": { "aws:TagKeys": ["team"] } }`),
    Null: policy(`{ "Null": { "aws:TagKeys": "false" } }`),
    "a key with one value": policy(`{ "StringEquals": { "aws:PrincipalOrgID": ["o-a", "o-b"] } }`),
    "a key that no list knows": policy(`{ "StringEquals": { "nosuch:Keys": "a" } }`),
  },
});
