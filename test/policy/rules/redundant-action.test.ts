import { expect, test } from "vitest";
import { checkPolicy, MAX_LISTED } from "../../../src/policy/check.ts";
import rule from "../../../src/policy/rules/redundant-action.ts";
import { ruleData } from "../../support/rule-data.ts";
import { findingsOf, testRule } from "../../support/test-rule.ts";

const policy = (actions: string, effect = "Allow"): string =>
  `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", ${actions}, "Resource": "*" } }`;

testRule(rule, {
  flags: {
    "names that differ in case only": policy(
      '"Action": [⟦"rds:DescribeDBSnapshots"⟧, ⟦"rds:describeDBSnapshots"⟧]',
    ),
    "the same name twice": policy('"Action": ["s3:PutObject", ⟦"s3:GetObject"⟧, ⟦"s3:GetObject"⟧]'),
    "a narrower pattern": policy('"Action": [⟦"ec2:Describe*"⟧, ⟦"ec2:DescribeVpc*"⟧, "ec2:RunInstances"]'),
    "everything beside a star": policy('"Action": [⟦"s3:GetObject"⟧, ⟦"*"⟧, ⟦"iam:*"⟧]'),
    "patterns that match the same names": policy('"Action": [⟦"s3:Get**"⟧, ⟦"s3:Get*"⟧]'),
    "a Deny": policy('"Action": [⟦"ec2:*"⟧, ⟦"EC2:RunInstances"⟧]', "Deny"),
  },
  passes: {
    "an overlap without containment": policy('"Action": ["iam:Get*", "iam:*CredentialReport"]'),
    "different services": policy('"Action": ["s3:Get*", "ec2:GetConsoleOutput"]'),
    "a plain string": policy('"Action": "s3:*"'),
    NotAction: policy('"NotAction": ["s3:*", "s3:GetObject"]'),
    "the same action in two statements": `{ "Version": "2012-10-17", "Statement": [
      { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::a/*" },
      { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*" } ] }`,
  },
});

test("cites the longest entry, and of equally long ones the greatest", () => {
  const [finding] = findingsOf(rule, policy('"Action": ["ses:*", "ses:ListB", "ses:ListC", "ses:ListA"]'));
  expect(finding?.findingDetails).toBe("4 actions overlap: ses:* covers the others, such as ses:ListC.");
});

test.each([
  ['["a:X*", "a:XY", "b:Z"]', '["a:X*", "b:Z"]'],
  ['["a:XY", "a:XZ", "a:X*", "b:Z"]', '["a:X*", "b:Z"]'],
  ['["a:XY", "b:Z", "a:X*", "a:XZ"]', '["b:Z", "a:X*"]'],
  ['["a:X*", "a:X*"]', '["a:X*"]'],
])("takes the covered entries out of %s", (before, after) => {
  const report = checkPolicy({ policy: policy(`"Action": ${before}`), policyType: "identity" }, ruleData);
  expect(report.correctedPolicy).toBe(policy(`"Action": ${after}`));
});

test("groups of thousands of entries cost little: the first places are listed, all are counted", () => {
  const names = Array.from({ length: 20_000 }, (_, index) => `"s3:Get${index}"`);
  const [finding, ...others] = findingsOf(rule, policy(`"Action": ["s3:Get*", ${names.join(",")}]`));
  expect(others).toEqual([]);
  expect(finding?.locations).toHaveLength(MAX_LISTED);
  expect(finding?.findingDetails).toContain("20001 actions overlap");
});
