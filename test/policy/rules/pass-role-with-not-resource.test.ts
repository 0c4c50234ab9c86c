import rule from "../../../src/policy/rules/pass-role-with-not-resource.ts";
import { testRule } from "../../support/test-rule.ts";

function policy(effect: string, action: string, resource: string, condition = ""): string {
  return `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", ${action}, ${resource}, "Condition": { ${condition} } } }`;
}

const allow = (action: string, resource: string, condition?: string): string =>
  policy("Allow", action, resource, condition);

testRule(rule, {
  flags: {
    "a plain string": allow(
      `"Action": ⟦"iam:PassRole"⟧`,
      `"NotResource": ⟦"arn:aws:iam::123456789012:role/app-*"⟧`,
    ),
    "another case of the name, in a list": allow(
      `"Action": ["s3:GetObject", ⟦"IAM:PASSROLE"⟧]`,
      `"NotResource": ⟦["arn:aws:iam::123456789012:role/app-*"]⟧`,
    ),
    "a condition that does not limit it": allow(
      `"Action": ⟦"iam:PassRole"⟧`,
      `"NotResource": ⟦"arn:aws:iam::123456789012:role/app-*"⟧`,
      `"Null": { "iam:PassedToService": "false" }`,
    ),
    "a condition that any service meets": allow(
      `"Action": ⟦"iam:PassRole"⟧`,
      `"NotResource": ⟦"arn:aws:iam::123456789012:role/app-*"⟧`,
      `"StringLike": { "iam:PassedToService": "*" }`,
    ),
  },
  passes: {
    "a limit to one service": allow(
      `"Action": "iam:PassRole"`,
      `"NotResource": "arn:aws:iam::123456789012:role/app-*"`,
      `"StringEquals": { "iam:PassedToService": "ec2.amazonaws.com" }`,
    ),
    "the limiting key in another case": allow(
      `"Action": "iam:PassRole"`,
      `"NotResource": "arn:aws:iam::123456789012:role/app-*"`,
      `"StringLike": { "IAM:PASSEDTOSERVICE": "ec2.amazonaws.c*" }`,
    ),
    "a Deny": policy(
      "Deny",
      `"Action": "iam:PassRole"`,
      `"NotResource": "arn:aws:iam::123456789012:role/app-*"`,
    ),
    "Resource in place of NotResource": allow(
      `"Action": "iam:PassRole"`,
      `"Resource": "arn:aws:iam::123456789012:role/app-*"`,
    ),
    "another action": allow(
      `"Action": "iam:GetRole"`,
      `"NotResource": "arn:aws:iam::123456789012:role/app-*"`,
    ),
  },
});
