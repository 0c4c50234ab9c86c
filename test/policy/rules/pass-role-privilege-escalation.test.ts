import { expect, test } from "vitest";
import rule from "../../../src/policy/rules/pass-role-privilege-escalation.ts";
import { findingsOf, testRule } from "../../support/test-rule.ts";

const policy = (...statements: string[]): string =>
  `{ "Version": "2012-10-17", "Statement": [${statements.join(", ")}] }`;
const allow = (action: string, rest = '"Resource": "*"'): string =>
  `{ "Effect": "Allow", "Action": ${action}, ${rest} }`;
const deny = (action: string, rest = '"Resource": "*"'): string =>
  `{ "Effect": "Deny", "Action": ${action}, ${rest} }`;
const passTo = (operator: string, service: string): string =>
  `"Resource": ⟦"*"⟧, "Condition": { "${operator}": { "iam:PassedToService": "${service}" } }`;
const unmarked = (text: string): string => text.replace(/[⟦⟧]/g, "");

const compute = [
  "ec2:RunInstances",
  "lambda:CreateFunction",
  "lambda:UpdateFunctionConfiguration",
  "ecs:RegisterTaskDefinition",
  "glue:CreateJob",
  "glue:UpdateJob",
  "glue:CreateDevEndpoint",
  "sagemaker:CreateNotebookInstance",
  "sagemaker:CreateTrainingJob",
  "cloudformation:CreateStack",
  "codebuild:CreateProject",
  "codebuild:UpdateProject",
  "states:CreateStateMachine",
  "datapipeline:PutPipelineDefinition",
];

testRule(rule, {
  flags: {
    ...Object.fromEntries(
      compute.map((action) => [
        action,
        policy(allow(`[⟦"iam:PassRole"⟧, ⟦"${action}"⟧]`, '"Resource": ⟦"*"⟧')),
      ]),
    ),
    "two statements, in another case": policy(
      allow('⟦"ec2:runinstances"⟧'),
      allow('⟦"IAM:passrole"⟧', '"Resource": ⟦"arn:aws:iam::111122223333:role/*"⟧'),
    ),
    "wildcards in the actions": policy(allow('[⟦"iam:Pass*"⟧, ⟦"lambda:*"⟧]', '"Resource": ⟦"*"⟧')),
    "a star, at one place": policy(allow('⟦"*"⟧', '"Resource": ⟦"*"⟧')),
    "a service that the condition names": policy(
      allow('⟦"iam:PassRole"⟧', passTo("StringEquals", "lambda.amazonaws.com")),
      allow('⟦"lambda:CreateFunction"⟧'),
    ),
    "a condition that is tested only if the key is there and does not exclude the service": policy(
      allow('⟦"iam:PassRole"⟧', passTo("StringLikeIfExists", "*.amazonaws.com")),
      allow('⟦"ec2:RunInstances"⟧'),
    ),
    "a NotResource": policy(
      `{ "Effect": "Allow", "Action": [⟦"iam:PassRole"⟧, ⟦"ec2:RunInstances"⟧], "NotResource": ⟦"arn:aws:iam::*:role/Admin"⟧ }`,
    ),
    "a NotAction": `{ "Statement": { "Effect": "Allow", "NotAction": ⟦"s3:*"⟧, "Resource": ⟦"*"⟧ } }`,
    "a tag of the role, on which AWS says not to rely": policy(
      allow(
        '⟦"iam:PassRole"⟧',
        '"Resource": ⟦"*"⟧, "Condition": { "StringEquals": { "iam:ResourceTag/team": "a" } }',
      ),
      allow('⟦"ec2:RunInstances"⟧'),
    ),
    "a Deny of one role": policy(
      allow('[⟦"iam:PassRole"⟧, ⟦"ec2:RunInstances"⟧]', '"Resource": ⟦"*"⟧'),
      deny('"iam:PassRole"', '"Resource": "arn:aws:iam::111122223333:role/Admin"'),
    ),
  },
  passes: {
    "iam:PassRole alone": policy(allow('"iam:PassRole"')),
    "compute alone": policy(allow('["ec2:RunInstances", "lambda:*", "ecs:*"]')),
    "named roles": policy(
      allow('["ec2:RunInstances", "lambda:*"]'),
      allow(
        '"iam:PassRole"',
        '"Resource": ["arn:aws:iam::111122223333:role/a", "arn:aws:iam::111122223333:role/b"]',
      ),
    ),
    "a path of roles": policy(
      allow('["ec2:RunInstances", "lambda:*"]'),
      allow('"iam:PassRole"', '"Resource": "arn:aws:iam::*:role/team/*"'),
    ),
    "a condition that names another service": unmarked(
      policy(
        allow('"iam:PassRole"', passTo("StringEquals", "monitoring.rds.amazonaws.com")),
        allow('["ec2:RunInstances", "lambda:CreateFunction"]'),
      ),
    ),
    "a Deny for the service": policy(
      allow('["iam:PassRole", "ec2:RunInstances"]'),
      deny(
        '"iam:PassRole"',
        '"Resource": "*", "Condition": { "StringEquals": { "iam:PassedToService": "ec2.amazonaws.com" } }',
      ),
    ),
    "a Deny of everything but a path": policy(
      allow('["iam:PassRole", "ec2:RunInstances"]'),
      `{ "Effect": "Deny", "Action": "iam:PassRole", "NotResource": "arn:aws:iam::*:role/app/*" }`,
    ),
    "a Deny of compute": policy(allow('["iam:PassRole", "ec2:RunInstances"]'), deny('"ec2:*"')),
    "compute on a resource of another type": policy(
      allow('"iam:PassRole"'),
      allow('"lambda:CreateFunction"', '"Resource": "arn:aws:lambda:*:*:layer:*"'),
    ),
    "an SCP": { type: "scp", policy: policy(allow('"*"')) },
  },
});

test("names the calls and the open paths", () => {
  const text = policy(allow('["iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"]'));
  const [finding] = findingsOf(rule, text);
  expect(finding?.findingDetails).toContain("lambda:CreateFunction hands one");
  expect(finding?.findingDetails).toContain("passrole-lambda-create-function-invoke-function");
});
