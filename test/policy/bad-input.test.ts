import { describe, expect, test } from "vitest";
import { checkPolicy } from "../../src/policy/check.ts";
import { ruleData } from "../support/rule-data.ts";

const codesOf = (policy: string): string[] => [
  ...new Set(checkPolicy({ policy }, ruleData).findings.map(({ issueCode }) => issueCode)),
];

const statement = '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }';

describe("what is no policy never gets a clean verdict", () => {
  const inputs: Readonly<Record<string, readonly [string, string]>> = {
    nothing: ["", "JSON_SYNTAX_ERROR"],
    "2 MiB of blanks": [" ".repeat(2 * 1024 * 1024), "JSON_SYNTAX_ERROR"],
    "100,000 nested lists": ["[".repeat(100_000), "JSON_SYNTAX_ERROR"],
    "100,000 nested objects": ['{"a":'.repeat(100_000), "JSON_SYNTAX_ERROR"],
    "an empty list": ["[]", "JSON_SYNTAX_ERROR"],
    "a number": ["7", "JSON_SYNTAX_ERROR"],
    "an empty object": ["{}", "MISSING_STATEMENT"],
    "a statement that is text": ['{ "Version": "2012-10-17", "Statement": "x" }', "DATA_TYPE_MISMATCH"],
    "a lone statement": [statement, "MISSING_STATEMENT"],
    "lower-case names": [
      `{ "version": "2012-10-17", "statement": [${statement}] }`,
      "INVALID_POLICY_ELEMENT",
    ],
    "a __proto__ key": [
      `{ "Version": "2012-10-17", "Statement": [${statement}], "__proto__": {} }`,
      "INVALID_POLICY_ELEMENT",
    ],
    "a CloudFormation template": [
      '{ "Resources": { "Role": { "Type": "AWS::IAM::Role" } } }',
      "MISSING_STATEMENT",
    ],
    "an intrinsic function": [
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:*", "Resource": { "Fn::GetAtt": ["B", "Arn"] } }] }',
      "DATA_TYPE_MISMATCH",
    ],
    "an element twice": [
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Effect": "Deny", "Action": "s3:*", "Resource": "*" }] }',
      "JSON_SYNTAX_ERROR",
    ],
  };
  test.each(Object.entries(inputs))("%s", (_, [policy, code]) => expect(codesOf(policy)).toContain(code));
});

describe("other ways of writing policies are recognised", () => {
  const fixOf = (policy: string): string =>
    checkPolicy({ policy }, ruleData)
      .findings.map(({ fix }) => fix)
      .join();
  const texts: Readonly<Record<string, readonly [string, string]>> = {
    "a policy document of Terraform": ['data "aws_iam_policy_document" "x" {\n  statement {\n', "Terraform"],
    "jsonencode in Terraform": ["policy = jsonencode({ Version = 1 })", "Terraform"],
    "a policy in YAML": ["Version: '2012-10-17'\nStatement:\n  - Effect: Allow\n", "CloudFormation"],
    "a short form of CloudFormation": ["Name: !Sub ${AWS::StackName}-role\n", "CloudFormation"],
    "a statement of a CDK app": ["role.addToPolicy(new iam.PolicyStatement({ actions: [] }))", "cdk synth"],
  };
  test.each(Object.entries(texts))("%s", (_, [policy, word]) => expect(fixOf(policy)).toContain(word));

  test("but broken JSON stays broken JSON", () => {
    expect(fixOf('{ "Version": "2012-10-17", Statement: [] }')).not.toMatch(/Terraform|CloudFormation|cdk/);
  });
});

test("an element that stands twice is found at its second name, with line and column", () => {
  const policy = '{ "Version": "2012-10-17",\n  "Version": "2012-10-17", "Statement": [] }';
  const [finding] = checkPolicy({ policy }, ruleData).findings.filter(
    ({ issueCode }) => issueCode === "JSON_SYNTAX_ERROR",
  );
  expect(finding?.locations[0]?.span.start).toMatchObject({ line: 2, column: 2 });
});

test.each([
  ["", "Nothing came"],
  [" ".repeat(100), "Nothing came"],
  [" ".repeat(1_000_001), "one policy document at a time"],
  ["7", "an object with Version and Statement"],
])("says what to hand over instead (%#)", (policy, words) => {
  expect(checkPolicy({ policy }, ruleData).findings.map(({ fix }) => fix)).toEqual([
    expect.stringContaining(words),
  ]);
});
