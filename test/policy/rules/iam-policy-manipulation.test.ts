import rule from "../../../src/policy/rules/iam-policy-manipulation.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (...statements: string[]): string =>
  `{ "Version": "2012-10-17", "Statement": [${statements.join(", ")}] }`;
const allow = (action: string, rest = '"Resource": "*"'): string =>
  `{ "Effect": "Allow", "Action": ${action}, ${rest} }`;
const deny = (action: string, rest = '"Resource": "*"'): string =>
  `{ "Effect": "Deny", "Action": ${action}, ${rest} }`;

const boundary = (operator: string, value = '"arn:aws:iam::111122223333:policy/limit"'): string =>
  `"Resource": "*", "Condition": { "${operator}": { "iam:PermissionsBoundary": ${value} } }`;

testRule(rule, {
  flags: {
    "each of the eight actions": policy(
      allow(`[⟦"iam:PutGroupPolicy"⟧, ⟦"iam:PutRolePolicy"⟧, ⟦"iam:PutUserPolicy"⟧, ⟦"iam:CreatePolicy"⟧,
        ⟦"iam:CreatePolicyVersion"⟧, ⟦"iam:AttachGroupPolicy"⟧, ⟦"iam:AttachRolePolicy"⟧, ⟦"iam:AttachUserPolicy"⟧]`),
    ),
    "another case": policy(allow('⟦"IAM:createpolicyversion"⟧')),
    "a wildcard, once": policy(allow('["iam:Get*", ⟦"iam:*"⟧]')),
    "a NotAction that leaves them out": `{ "Statement": { "Effect": "Allow", "NotAction": ⟦["s3:*", "iam:Put*"]⟧, "Resource": "*" } }`,
    "actions in several statements": policy(
      allow('⟦"iam:PutUserPolicy"⟧'),
      allow('"iam:GetUser"'),
      allow('⟦"iam:CreatePolicy"⟧', '"Resource": "arn:aws:iam::111122223333:policy/*"'),
    ),
    "a single statement object with a NotResource": `{ "Statement": { "Effect": "Allow", "Action": ⟦"iam:AttachRolePolicy"⟧,
      "NotResource": "arn:aws:iam::*:role/Admin" } }`,
    "a Deny that leaves another policy to attach": policy(
      allow('⟦"iam:AttachUserPolicy"⟧'),
      deny(
        '"iam:AttachUserPolicy"',
        '"Resource": "*", "Condition": { "ArnEquals": { "iam:PolicyARN": "arn:aws:iam::aws:policy/AdministratorAccess" } }',
      ),
    ),
    "a Deny of one role among all": policy(
      allow('⟦"iam:PutRolePolicy"⟧'),
      deny('"iam:*"', '"Resource": "arn:aws:iam::111122223333:role/Admin"'),
    ),
    "a boundary that is tested only if it is there": policy(
      allow('⟦"iam:PutRolePolicy"⟧', boundary("StringEqualsIfExists")),
    ),
    "any boundary at all": policy(allow('⟦"iam:PutRolePolicy"⟧', boundary("StringLike", '"*"'))),
    "attaching every policy of AWS": policy(
      allow(
        '⟦"iam:AttachRolePolicy"⟧',
        '"Resource": "*", "Condition": { "ArnLike": { "iam:PolicyARN": "arn:aws:iam::aws:policy/*" } }',
      ),
    ),
    "a condition that nobody can tell": policy(
      allow(
        '⟦"iam:CreatePolicyVersion"⟧',
        '"Resource": "*", "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } }',
      ),
    ),
    "the own user": policy(
      allow('⟦"iam:PutUserPolicy"⟧', '"Resource": "arn:aws:iam::*:user/${aws:username}"'),
    ),
    "a partition other than aws": policy(
      allow('⟦"iam:PutRolePolicy"⟧', '"Resource": "arn:aws-cn:iam::111122223333:role/*"'),
    ),
  },
  passes: {
    "reading actions": policy(allow('["iam:Get*", "iam:List*", "iam:Simulate*"]')),
    "a Deny of the same actions": policy(
      allow('"iam:*"'),
      deny('["iam:Put*", "iam:Attach*", "iam:CreatePolicy*"]'),
    ),
    "a NotAction with all of them": `{ "Statement": { "Effect": "Allow", "NotAction": "iam:*", "Resource": "*" } }`,
    "a Deny with NotAction": policy(
      allow('"*"'),
      `{ "Effect": "Deny", "NotAction": ["s3:*", "ec2:*"], "Resource": "*" }`,
    ),
    "a Deny of all roles of the account": policy(
      allow('"iam:PutRolePolicy"'),
      deny('"iam:PutRolePolicy"', '"Resource": "arn:aws:iam::111122223333:role/*"'),
    ),
    "a resource of another type": policy(allow('"iam:PutRolePolicy"', '"Resource": "arn:aws:iam::*:user/*"')),
    "resources of another service": policy(allow('"iam:*"', '"Resource": "arn:aws:s3:::bucket/*"')),
    "a boundary that is required": policy(
      allow('["iam:PutRolePolicy", "iam:AttachUserPolicy"]', boundary("StringEquals")),
    ),
    "a Deny unless there is the boundary": policy(
      allow('["iam:PutRolePolicy", "iam:AttachRolePolicy"]'),
      deny('["iam:PutRolePolicy", "iam:AttachRolePolicy"]', boundary("StringNotEquals")),
    ),
    "a condition key that the action never carries": policy(
      allow('"iam:CreatePolicyVersion"', boundary("StringEquals")),
    ),
    "named policies to attach": policy(
      allow(
        '"iam:AttachRolePolicy"',
        '"Resource": "*", "Condition": { "ArnEquals": { "iam:PolicyARN": "arn:aws:iam::111122223333:policy/readers" } }',
      ),
    ),
    "conditions that contradict each other": policy(
      allow(
        '"iam:PutUserPolicy"',
        '"Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalTag/a": "x" }, "StringLike": { "aws:PrincipalTag/a": "y*" } }',
      ),
    ),
    "a test with no value": policy(
      allow(
        '"iam:PutUserPolicy"',
        '"Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalTag/a": [] } }',
      ),
    ),
    "an SCP, which grants nothing": { type: "scp", policy: policy(allow('"*"')) },
    "a boundary, which grants nothing": { type: "permissions-boundary", policy: policy(allow('"iam:*"')) },
    "a statement without a resource": `{ "Statement": { "Effect": "Allow", "Action": "iam:*" } }`,
  },
});
