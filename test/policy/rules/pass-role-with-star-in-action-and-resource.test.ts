import rule from "../../../src/policy/rules/pass-role-with-star-in-action-and-resource.ts";
import { testRule } from "../../support/test-rule.ts";

function policy(effect: string, action: string, resource: string, condition = ""): string {
  return `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", ${action}, ${resource}, "Condition": { ${condition} } } }`;
}

const allow = (action: string, resource: string, condition?: string): string =>
  policy("Allow", action, resource, condition);

testRule(rule, {
  flags: {
    "a star": allow(`"Action": ⟦"*"⟧`, `"Resource": ⟦"*"⟧`),
    "a part of the name, in another case": allow(
      `"Action": ["s3:*", ⟦"IAM:PASS*"⟧]`,
      `"Resource": ["arn:aws:iam::123456789012:role/app-*", ⟦"*"⟧]`,
    ),
    "two entries that cover it": allow(`"Action": [⟦"iam:*"⟧, ⟦"iam:PassRol?"⟧]`, `"Resource": ⟦"*"⟧`),
    "a condition that does not limit it": allow(
      `"Action": ⟦"*"⟧`,
      `"Resource": ⟦"*"⟧`,
      `"Null": { "iam:PassedToService": "false" }`,
    ),
    "a condition that any service meets": allow(
      `"Action": ⟦"*"⟧`,
      `"Resource": ⟦"*"⟧`,
      `"StringLike": { "iam:PassedToService": "*" }`,
    ),
  },
  passes: {
    "a limit to one service": allow(
      `"Action": "*"`,
      `"Resource": "*"`,
      `"StringEquals": { "iam:PassedToService": "ec2.amazonaws.com" }`,
    ),
    "the limiting key in another case": allow(
      `"Action": "*"`,
      `"Resource": "*"`,
      `"StringLike": { "IAM:PASSEDTOSERVICE": "ec2.amazonaws.c*" }`,
    ),
    "a Deny": policy("Deny", `"Action": "*"`, `"Resource": "*"`),
    "named roles": allow(`"Action": "*"`, `"Resource": "arn:aws:iam::123456789012:role/app-*"`),
    "another action": allow(`"Action": "iam:GetRole"`, `"Resource": "*"`),
  },
});
