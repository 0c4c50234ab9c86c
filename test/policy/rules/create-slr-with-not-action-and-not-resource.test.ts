import rule from "../../../src/policy/rules/create-slr-with-not-action-and-not-resource.ts";
import { testRule } from "../../support/test-rule.ts";

function policy(effect: string, action: string, resource: string, condition = ""): string {
  return `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", ${action}, ${resource}, "Condition": { ${condition} } } }`;
}

const allow = (action: string, resource: string, condition?: string): string =>
  policy("Allow", action, resource, condition);

testRule(rule, {
  flags: {
    "a plain string": allow(
      `"NotAction": ⟦"s3:*"⟧`,
      `"NotResource": ⟦"arn:aws:iam::*:role/aws-service-role/autoscaling.amazonaws.com/*"⟧`,
    ),
    "an IAM action that is not this one": allow(
      `"NotAction": ⟦["iam:GetRole", "sts:*"]⟧`,
      `"NotResource": ⟦["arn:aws:iam::*:role/aws-service-role/autoscaling.amazonaws.com/*"]⟧`,
    ),
    "a condition that does not limit it": allow(
      `"NotAction": ⟦"s3:*"⟧`,
      `"NotResource": ⟦"arn:aws:iam::*:role/aws-service-role/autoscaling.amazonaws.com/*"⟧`,
      `"Null": { "iam:AWSServiceName": "false" }`,
    ),
    "a condition that any service meets": allow(
      `"NotAction": ⟦"s3:*"⟧`,
      `"NotResource": ⟦"arn:aws:iam::*:role/aws-service-role/autoscaling.amazonaws.com/*"⟧`,
      `"StringLike": { "iam:AWSServiceName": "*" }`,
    ),
  },
  passes: {
    "a limit to one service": allow(
      `"NotAction": "s3:*"`,
      `"NotResource": "arn:aws:iam::*:role/aws-service-role/autoscaling.amazonaws.com/*"`,
      `"StringEquals": { "iam:AWSServiceName": "autoscaling.amazonaws.com" }`,
    ),
    "the limiting key in another case": allow(
      `"NotAction": "s3:*"`,
      `"NotResource": "arn:aws:iam::*:role/aws-service-role/autoscaling.amazonaws.com/*"`,
      `"StringLike": { "IAM:AWSSERVICENAME": "autoscaling.amazonaws.c*" }`,
    ),
    "a Deny": policy(
      "Deny",
      `"NotAction": "s3:*"`,
      `"NotResource": "arn:aws:iam::*:role/aws-service-role/autoscaling.amazonaws.com/*"`,
    ),
    "Resource in place of NotResource": allow(
      `"NotAction": "s3:*"`,
      `"Resource": "arn:aws:iam::*:role/aws-service-role/autoscaling.amazonaws.com/*"`,
    ),
    "a NotAction that names the action": allow(
      `"NotAction": ["s3:*", "iam:createservicelinkedrole"]`,
      `"NotResource": "arn:aws:iam::*:role/aws-service-role/autoscaling.amazonaws.com/*"`,
    ),
  },
});
