import rule from "../../../src/policy/rules/create-slr-with-star-in-action-and-not-resource.ts";
import { testRule } from "../../support/test-rule.ts";

function policy(effect: string, action: string, resource: string, condition = ""): string {
  return `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", ${action}, ${resource}, "Condition": { ${condition} } } }`;
}

const allow = (action: string, resource: string, condition?: string): string =>
  policy("Allow", action, resource, condition);

testRule(rule, {
  flags: {
    "a star": allow(
      `"Action": ⟦"*"⟧`,
      `"NotResource": ⟦"arn:aws:iam::*:role/aws-service-role/autoscaling.amazonaws.com/*"⟧`,
    ),
    "a part of the name, in another case": allow(
      `"Action": ["s3:*", ⟦"IAM:CREATESERVICELINKED*"⟧]`,
      `"NotResource": ⟦["arn:aws:iam::*:role/aws-service-role/autoscaling.amazonaws.com/*"]⟧`,
    ),
    "two entries that cover it": allow(
      `"Action": [⟦"iam:*"⟧, ⟦"iam:CreateServiceLinkedRol?"⟧]`,
      `"NotResource": ⟦"arn:aws:iam::*:role/aws-service-role/autoscaling.amazonaws.com/*"⟧`,
    ),
    "a condition that does not limit it": allow(
      `"Action": ⟦"*"⟧`,
      `"NotResource": ⟦"arn:aws:iam::*:role/aws-service-role/autoscaling.amazonaws.com/*"⟧`,
      `"Null": { "iam:AWSServiceName": "false" }`,
    ),
    "a condition that any service meets": allow(
      `"Action": ⟦"*"⟧`,
      `"NotResource": ⟦"arn:aws:iam::*:role/aws-service-role/autoscaling.amazonaws.com/*"⟧`,
      `"StringLike": { "iam:AWSServiceName": "*" }`,
    ),
  },
  passes: {
    "a limit to one service": allow(
      `"Action": "*"`,
      `"NotResource": "arn:aws:iam::*:role/aws-service-role/autoscaling.amazonaws.com/*"`,
      `"StringEquals": { "iam:AWSServiceName": "autoscaling.amazonaws.com" }`,
    ),
    "the limiting key in another case": allow(
      `"Action": "*"`,
      `"NotResource": "arn:aws:iam::*:role/aws-service-role/autoscaling.amazonaws.com/*"`,
      `"StringLike": { "IAM:AWSSERVICENAME": "autoscaling.amazonaws.c*" }`,
    ),
    "a Deny": policy(
      "Deny",
      `"Action": "*"`,
      `"NotResource": "arn:aws:iam::*:role/aws-service-role/autoscaling.amazonaws.com/*"`,
    ),
    "Resource in place of NotResource": allow(
      `"Action": "*"`,
      `"Resource": "arn:aws:iam::*:role/aws-service-role/autoscaling.amazonaws.com/*"`,
    ),
    "another action": allow(
      `"Action": "iam:GetRole"`,
      `"NotResource": "arn:aws:iam::*:role/aws-service-role/autoscaling.amazonaws.com/*"`,
    ),
  },
});
