import rule from "../../../src/policy/rules/pass-role-with-star-in-resource-and-not-action.ts";
import { testRule } from "../../support/test-rule.ts";

function policy(effect: string, action: string, resource: string, condition = ""): string {
  return `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", ${action}, ${resource}, "Condition": { ${condition} } } }`;
}

const allow = (action: string, resource: string, condition?: string): string =>
  policy("Allow", action, resource, condition);

testRule(rule, {
  flags: {
    "a plain string": allow(`"NotAction": ⟦"s3:*"⟧`, `"Resource": ⟦"*"⟧`),
    "an IAM action that is not this one": allow(
      `"NotAction": ⟦["iam:GetRole", "sts:*"]⟧`,
      `"Resource": ["arn:aws:iam::123456789012:role/app-*", ⟦"*"⟧]`,
    ),
    "a condition that does not limit it": allow(
      `"NotAction": ⟦"s3:*"⟧`,
      `"Resource": ⟦"*"⟧`,
      `"Null": { "iam:PassedToService": "false" }`,
    ),
    "a condition that any service meets": allow(
      `"NotAction": ⟦"s3:*"⟧`,
      `"Resource": ⟦"*"⟧`,
      `"StringLike": { "iam:PassedToService": "*" }`,
    ),
  },
  passes: {
    "a limit to one service": allow(
      `"NotAction": "s3:*"`,
      `"Resource": "*"`,
      `"StringEquals": { "iam:PassedToService": "ec2.amazonaws.com" }`,
    ),
    "the limiting key in another case": allow(
      `"NotAction": "s3:*"`,
      `"Resource": "*"`,
      `"StringLike": { "IAM:PASSEDTOSERVICE": "ec2.amazonaws.c*" }`,
    ),
    "a Deny": policy("Deny", `"NotAction": "s3:*"`, `"Resource": "*"`),
    "named roles": allow(`"NotAction": "s3:*"`, `"Resource": "arn:aws:iam::123456789012:role/app-*"`),
    "a NotAction that names the action": allow(`"NotAction": ["s3:*", "iam:passrole"]`, `"Resource": "*"`),
  },
});
