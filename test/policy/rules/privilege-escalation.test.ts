import { expect, test } from "vitest";
import rule from "../../../src/policy/rules/privilege-escalation.ts";
import { findingsOf, testRule } from "../../support/test-rule.ts";

const policy = (...statements: string[]): string =>
  `{ "Version": "2012-10-17", "Statement": [${statements.join(", ")}] }`;
const allow = (action: string, resource = '"*"', rest = ""): string =>
  `{ "Effect": "Allow", "Action": ${action}, "Resource": ${resource}${rest} }`;

testRule(rule, {
  flags: {
    "assuming every role": policy(allow('⟦"sts:AssumeRole"⟧')),
    "assuming every role of one account": policy(
      allow('⟦"STS:assumerole"⟧', '"arn:aws:iam::111122223333:role/*"'),
    ),
    "a key for every user, in a condition that nobody can tell": policy(
      allow(
        '⟦"iam:CreateAccessKey"⟧',
        '"*"',
        ', "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } }',
      ),
    ),
    "the code of every function of a Region": policy(
      allow('⟦"lambda:UpdateFunctionCode"⟧', '"arn:aws:lambda:eu-west-1:111122223333:function:*"'),
    ),
    "three actions in three statements": policy(
      allow('⟦"ec2:ModifyInstanceAttribute"⟧'),
      allow('⟦"ec2:Stop*"⟧'),
      allow('⟦"ec2:StartInstances"⟧', '"arn:aws:ec2:*:*:instance/*"'),
    ),
    "another version of a policy": policy(allow('⟦"iam:SetDefaultPolicyVersion"⟧')),
    "the removal of a boundary": policy(allow('⟦"iam:DeleteRolePermissionsBoundary"⟧')),
  },
  passes: {
    "named roles to assume": policy(allow('"sts:AssumeRole"', '["arn:aws:iam::111122223333:role/reader"]')),
    "roles with a prefix": policy(allow('"sts:AssumeRole"', '"arn:aws:iam::*:role/team/*"')),
    "the own user by its variable": policy(
      allow('["iam:*AccessKey*", "iam:*LoginProfile"]', '"arn:aws:iam::*:user/${aws:username}"'),
    ),
    "one function": policy(
      allow(
        '["lambda:UpdateFunctionCode", "lambda:InvokeFunction"]',
        '"arn:aws:lambda:eu-west-1:111122223333:function:app"',
      ),
    ),
    "instances with a tag": policy(
      allow(
        '"ssm:StartSession"',
        '"*"',
        ', "Condition": { "StringEquals": { "ssm:resourceTag/team": "a" } }',
      ),
    ),
    "a Deny of instances without the tag": policy(
      allow('"ssm:StartSession"'),
      `{ "Effect": "Deny", "Action": "ssm:*", "Resource": "*", "Condition": { "StringNotEquals": { "aws:ResourceTag/team": "a" } } }`,
    ),
    "actions on different resources": policy(
      allow('["ec2:ModifyInstanceAttribute", "ec2:StopInstances"]'),
      allow('"ec2:StartInstances"', '"arn:aws:ec2:*:*:instance/i-0123456789abcdef0"'),
    ),
    "one of three actions denied": policy(
      allow('"ec2:*Instance*"', '"arn:aws:ec2:*:*:instance/*"'),
      `{ "Effect": "Deny", "Action": "ec2:StopInstances", "Resource": "*" }`,
    ),
    "a boundary on its replacement": policy(
      allow(
        '"iam:PutRolePermissionsBoundary"',
        '"*"',
        ', "Condition": { "StringEquals": { "iam:PermissionsBoundary": "arn:aws:iam::111122223333:policy/limit" } }',
      ),
    ),
    reading: policy(allow('["iam:Get*", "iam:List*", "s3:Get*", "ec2:Describe*", "sts:GetCallerIdentity"]')),
  },
});

test("one path makes one finding that says how, what it needs and what to do", () => {
  const [finding, ...more] = findingsOf(rule, policy(allow('"codebuild:StartBuild"')));
  expect(more).toEqual([]);
  expect(finding?.findingDetails).toMatchInlineSnapshot(
    `"codebuild:StartBuild: start a build project that has a stronger role with own commands. The call may override the buildspec, whose commands act with the service role of the project. It needs that a project with a stronger role exists. Escalation path: codebuild-start-build."`,
  );
  expect(finding?.fix).toMatchInlineSnapshot(`"Name the projects that may be started in Resource."`);
});

test("longer paths join the shorter one that they contain", () => {
  const found = findingsOf(rule, policy(allow('["lambda:UpdateFunctionCode", "lambda:InvokeFunction"]')));
  expect(found.map(({ findingDetails }) => /Escalation paths: (.*)\.$/.exec(findingDetails)?.[1])).toEqual([
    "lambda-update-function-code and lambda-update-function-code-invoke-function",
  ]);
});

test("a wide policy gets one finding that lists the paths", () => {
  const found = findingsOf(rule, policy(allow('"*"')));
  expect(found.map(({ findingDetails }) => findingDetails)).toMatchInlineSnapshot(`
    [
      "The policy opens 40 ways to more rights than it names, or to those of others. Escalation paths: iam-add-user-to-group, iam-delete-role-permissions-boundary, iam-delete-role-policy, iam-delete-user-permissions-boundary, iam-delete-user-policy, iam-detach-role-policy, iam-detach-user-policy, iam-put-role-permissions-boundary, iam-put-user-permissions-boundary, iam-set-default-policy-version, iam-create-access-key, iam-create-login-profile and 28 more.",
    ]
  `);
});
