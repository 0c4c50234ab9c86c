import rule from "../../../src/policy/rules/create-slr-with-star-in-action-and-resource.ts";
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
      `"Action": ["s3:*", ⟦"IAM:CREATESERVICELINKED*"⟧]`,
      `"Resource": ["arn:aws:iam::*:role/aws-service-role/autoscaling.amazonaws.com/*", ⟦"*"⟧]`,
    ),
    "two entries that cover it": allow(
      `"Action": [⟦"iam:*"⟧, ⟦"iam:CreateServiceLinkedRol?"⟧]`,
      `"Resource": ⟦"*"⟧`,
    ),
    "a condition that does not limit it": allow(
      `"Action": ⟦"*"⟧`,
      `"Resource": ⟦"*"⟧`,
      `"Null": { "iam:AWSServiceName": "false" }`,
    ),
    "a condition that any service meets": allow(
      `"Action": ⟦"*"⟧`,
      `"Resource": ⟦"*"⟧`,
      `"StringLike": { "iam:AWSServiceName": "*" }`,
    ),
  },
  passes: {
    "a limit to one service": allow(
      `"Action": "*"`,
      `"Resource": "*"`,
      `"StringEquals": { "iam:AWSServiceName": "autoscaling.amazonaws.com" }`,
    ),
    "the limiting key in another case": allow(
      `"Action": "*"`,
      `"Resource": "*"`,
      `"StringLike": { "IAM:AWSSERVICENAME": "autoscaling.amazonaws.c*" }`,
    ),
    "a Deny": policy("Deny", `"Action": "*"`, `"Resource": "*"`),
    "named roles": allow(
      `"Action": "*"`,
      `"Resource": "arn:aws:iam::*:role/aws-service-role/autoscaling.amazonaws.com/*"`,
    ),
    "another action": allow(`"Action": "iam:GetRole"`, `"Resource": "*"`),
  },
});
