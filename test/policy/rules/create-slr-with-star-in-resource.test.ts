import rule from "../../../src/policy/rules/create-slr-with-star-in-resource.ts";
import { testRule } from "../../support/test-rule.ts";

function policy(effect: string, action: string, resource: string, condition = ""): string {
  return `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", ${action}, ${resource}, "Condition": { ${condition} } } }`;
}

const allow = (action: string, resource: string, condition?: string): string =>
  policy("Allow", action, resource, condition);

testRule(rule, {
  flags: {
    "a plain string": allow(`"Action": ⟦"iam:CreateServiceLinkedRole"⟧`, `"Resource": ⟦"*"⟧`),
    "another case of the name, in a list": allow(
      `"Action": ["s3:GetObject", ⟦"IAM:CREATESERVICELINKEDROLE"⟧]`,
      `"Resource": ["arn:aws:iam::*:role/aws-service-role/autoscaling.amazonaws.com/*", ⟦"*"⟧]`,
    ),
    "a condition that does not limit it": allow(
      `"Action": ⟦"iam:CreateServiceLinkedRole"⟧`,
      `"Resource": ⟦"*"⟧`,
      `"Null": { "iam:AWSServiceName": "false" }`,
    ),
    "a condition that any service meets": allow(
      `"Action": ⟦"iam:CreateServiceLinkedRole"⟧`,
      `"Resource": ⟦"*"⟧`,
      `"StringLike": { "iam:AWSServiceName": "*" }`,
    ),
  },
  passes: {
    "a limit to one service": allow(
      `"Action": "iam:CreateServiceLinkedRole"`,
      `"Resource": "*"`,
      `"StringEquals": { "iam:AWSServiceName": "autoscaling.amazonaws.com" }`,
    ),
    "the limiting key in another case": allow(
      `"Action": "iam:CreateServiceLinkedRole"`,
      `"Resource": "*"`,
      `"StringLike": { "IAM:AWSSERVICENAME": "autoscaling.amazonaws.c*" }`,
    ),
    "a Deny": policy("Deny", `"Action": "iam:CreateServiceLinkedRole"`, `"Resource": "*"`),
    "named roles": allow(
      `"Action": "iam:CreateServiceLinkedRole"`,
      `"Resource": "arn:aws:iam::*:role/aws-service-role/autoscaling.amazonaws.com/*"`,
    ),
    "another action": allow(`"Action": "iam:GetRole"`, `"Resource": "*"`),
  },
});
