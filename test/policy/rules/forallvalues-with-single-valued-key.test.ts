import rule from "../../../src/policy/rules/forallvalues-with-single-valued-key.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (condition: string, effect = "Allow"): string =>
  `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", "Action": "s3:GetObject", "Resource": "*", "Condition": ${condition} } }`;

testRule(rule, {
  flags: {
    "a service key": policy(`{ "ForAllValues:StringLike": { ⟦"s3:prefix"⟧: "home/*" } }`),
    "another case": policy(`{ "forallvalues:stringequalsifexists": { ⟦"AWS:SourceVpc"⟧: "vpc-12345678" } }`),
    "two keys under one operator": policy(
      `{ "ForAllValues:StringEquals": { "aws:TagKeys": "a", ⟦"aws:RequestedRegion"⟧: "eu-west-1" } }`,
    ),
  },
  passes: {
    "a key with several values": policy(`{ "ForAllValues:StringEquals": { "aws:TagKeys": ["team"] } }`),
    "a key that AWS takes for a list": policy(
      `{ "ForAllValues:StringEquals": { "codestar-connections:ProviderAction": ["a"] } }`,
    ),
    ForAnyValue: policy(`{ "ForAnyValue:StringEquals": { "aws:PrincipalOrgID": "o-a" } }`),
    "a Deny": policy(`{ "ForAllValues:StringNotEquals": { "aws:PrincipalOrgID": "o-a" } }`, "Deny"),
    "a key that no list knows": policy(`{ "ForAllValues:StringEquals": { "nosuch:Key": "a" } }`),
  },
});
