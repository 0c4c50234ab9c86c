import { describe, expect, test } from "vitest";
import { checkPolicy } from "../../../src/policy/check.ts";
import { findPolicies } from "../../../src/policy/sources/find-policies.ts";
import { catalog } from "../../support/catalog.ts";

const allow = (Resource: unknown, more: object = {}): object => ({
  Effect: "Allow",
  Action: "s3:GetObject",
  Resource,
  ...more,
});
const policy = (...Statement: unknown[]): object => ({ Version: "2012-10-17", Statement });
const trust = policy({
  Effect: "Allow",
  Principal: { Service: "lambda.amazonaws.com" },
  Action: "sts:AssumeRole",
});

const summary = (document: unknown): unknown =>
  findPolicies(document)?.map(({ name, policyType, pointer }) => [name, policyType, pointer]);

describe("a Terraform plan", () => {
  const change = (type: string, after: object | null, mode = "managed"): object => ({
    address: `${type}.x`,
    mode,
    type,
    name: "x",
    change: { actions: ["create"], before: null, after, after_unknown: { id: true } },
  });
  const text = JSON.stringify(policy(allow("*")));

  test("gives every document with its type and place", () => {
    const plan = {
      format_version: "1.2",
      terraform_version: "1.9.5",
      resource_changes: [
        change("aws_iam_role", {
          assume_role_policy: JSON.stringify(trust),
          inline_policy: [{ name: "in/line", policy: text }],
        }),
        change("aws_s3_bucket_policy", { bucket: "b", policy: text }),
        change("aws_organizations_policy", { content: text, type: "RESOURCE_CONTROL_POLICY" }),
        change("aws_organizations_policy", { content: text, type: "SERVICE_CONTROL_POLICY" }),
        change("aws_iam_policy", null),
        change("aws_iam_policy_document", { json: text }, "data"),
        change("aws_instance", { user_data: "{ x" }),
      ],
    };
    expect(summary(plan)).toEqual([
      ["aws_iam_role.x: assume_role_policy", "trust", "/resource_changes/0/change/after/assume_role_policy"],
      [
        "aws_iam_role.x: inline_policy.0.policy",
        "identity",
        "/resource_changes/0/change/after/inline_policy/0/policy",
      ],
      ["aws_s3_bucket_policy.x: policy", "resource", "/resource_changes/1/change/after/policy"],
      ["aws_organizations_policy.x: content", "rcp", "/resource_changes/2/change/after/content"],
      ["aws_organizations_policy.x: content", "scp", "/resource_changes/3/change/after/content"],
    ]);
    expect(findPolicies(plan)?.[1]?.text).toBe(text);
  });
});

describe("a CloudFormation template", () => {
  const template = (Type: string, Properties: object): object => ({
    AWSTemplateFormatVersion: "2010-09-09",
    Resources: { It: { Type, Properties } },
  });
  const first = (document: object): ReturnType<typeof checkPolicy> | undefined => {
    const [found] = findPolicies(template("AWS::IAM::ManagedPolicy", { PolicyDocument: document })) ?? [];
    return (
      found &&
      checkPolicy({ policy: found.text, policyType: found.policyType }, { catalog, escalationPaths: [] })
    );
  };

  test("gives the trust and the policies of a role", () => {
    const role = template("AWS::IAM::Role", {
      AssumeRolePolicyDocument: trust,
      Policies: [{ PolicyName: "p", PolicyDocument: policy(allow("*")) }],
    });
    expect(summary(role)).toEqual([
      ["It (AWS::IAM::Role)", "trust", "/Resources/It/Properties/AssumeRolePolicyDocument"],
      ["It (AWS::IAM::Role)", "identity", "/Resources/It/Properties/Policies/0/PolicyDocument"],
    ]);
  });

  test.each([
    ["AWS::S3::BucketPolicy", { PolicyDocument: policy(allow("*")) }, "resource"],
    ["AWS::KMS::Key", { KeyPolicy: policy(allow("*")) }, "resource"],
    ["AWS::Organizations::Policy", { Content: policy(allow("*")), Type: "SERVICE_CONTROL_POLICY" }, "scp"],
    ["AWS::Serverless::Function", { Policies: [policy(allow("*"))] }, "identity"],
  ])("knows the type of the policies of %s", (type, properties, wanted) => {
    expect(findPolicies(template(type, properties))?.map(({ policyType }) => policyType)).toEqual([wanted]);
  });

  test("has no finding on an unknown value", () => {
    const report = first(
      policy(
        allow([
          { "Fn::GetAtt": ["Bucket", "Arn"] },
          { "Fn::Sub": "${Bucket.Arn}/*" },
          { Ref: "AWS::NoValue" },
        ]),
        allow("*", {
          Action: "iam:PassRole",
          Resource: { "Fn::GetAtt": ["Role", "Arn"] },
          Condition: {
            StringEquals: { "aws:SourceVpc": { Ref: "Vpc" } },
            Bool: { "aws:SecureTransport": { Ref: "Tls" } },
            IpAddress: { "aws:SourceIp": [{ Ref: "Cidr" }] },
          },
        }),
      ),
    );
    expect(report?.findings.map(({ issueCode }) => issueCode)).toEqual([]);
  });

  test("still has those on the values that are known", () => {
    const report = first(policy(allow({ Ref: "Arn" }, { Action: ["s3:GetObjekt", "s3:GetObject"] })));
    expect(report?.findings.map(({ issueCode }) => issueCode)).toEqual(["INVALID_ACTION"]);
  });

  test("leaves out an Allow whose actions are unknown, and says so", () => {
    const document = policy(allow("*", { Action: { Ref: "Actions" } }), allow("*"));
    const [found] = findPolicies(template("AWS::IAM::ManagedPolicy", { PolicyDocument: document })) ?? [];
    expect(found?.leftOut).toBe(1);
    expect(found?.text).not.toContain("Actions");
  });

  test.each([
    [
      "a Deny with unknown actions",
      policy(allow("*"), { Effect: "Deny", Action: { Ref: "A" }, Resource: "*" }),
    ],
    [
      "a statement that a condition decides on",
      policy(allow("*"), { "Fn::If": ["C", allow("*"), allow("*")] }),
    ],
    ["an unknown version", { Version: { Ref: "V" }, Statement: [allow("*")] }],
    ["an unknown list of statements", { Version: "2012-10-17", Statement: { "Fn::If": ["C", [], []] } }],
  ])("gives no document with %s", (_, document) => {
    expect(findPolicies(template("AWS::IAM::ManagedPolicy", { PolicyDocument: document }))).toEqual([]);
  });

  test("drops what AWS::NoValue takes away", () => {
    const document = policy(allow("*", { Condition: { Ref: "AWS::NoValue" } }), { Ref: "AWS::NoValue" });
    const [found] = findPolicies(template("AWS::IAM::ManagedPolicy", { PolicyDocument: document })) ?? [];
    expect(JSON.parse(found?.text ?? "")).toEqual(policy(allow("*")));
  });
});

describe("the authorization details of an account", () => {
  test("give the inline, managed and trust policies, without those of AWS", () => {
    const details = {
      UserDetailList: [
        { UserName: "ann", UserPolicyList: [{ PolicyName: "p", PolicyDocument: policy(allow("*")) }] },
      ],
      GroupDetailList: [{ GroupName: "dev", GroupPolicyList: [] }],
      RoleDetailList: [{ RoleName: "app", AssumeRolePolicyDocument: trust, RolePolicyList: [] }],
      Policies: [
        {
          PolicyName: "own",
          Arn: "arn:aws:iam::111122223333:policy/own",
          PolicyVersionList: [
            { IsDefaultVersion: false, Document: policy() },
            { IsDefaultVersion: true, Document: "%7B%7D" },
          ],
        },
        {
          PolicyName: "ReadOnlyAccess",
          Arn: "arn:aws:iam::aws:policy/ReadOnlyAccess",
          PolicyVersionList: [{ IsDefaultVersion: true, Document: policy(allow("*")) }],
        },
      ],
    };
    expect(summary(details)).toEqual([
      ["ann/p", "identity", "/UserDetailList/0/UserPolicyList/0/PolicyDocument"],
      ["app (trust)", "trust", "/RoleDetailList/0/AssumeRolePolicyDocument"],
      ["own", "identity", "/Policies/0/PolicyVersionList/1/Document"],
    ]);
  });
});

describe("anything else", () => {
  test.each([
    ["a policy", policy(allow("*"))],
    ["text", "x"],
    ["nothing", null],
    ["a list", []],
    ["an unrelated object", { a: 1 }],
  ])("%s is no such document", (_, document) => expect(findPolicies(document)).toBeUndefined());

  test.each([
    { resource_changes: "x" },
    { resource_changes: [null, 1, { type: 7, change: [] }] },
    { Resources: { a: null, b: { Type: 1, Properties: "x" }, __proto__: [] } },
    { UserDetailList: [{ UserPolicyList: {} }], Policies: [[]] },
  ])("a broken document has no policies: %j", (document) => expect(findPolicies(document)).toEqual([]));

  test("nesting without end does not end the program", () => {
    let deep: object = policy(allow("*"));
    for (let level = 0; level < 50_000; level += 1) deep = { a: deep };
    expect(findPolicies({ Resources: { r: { Type: "AWS::IAM::Role", Properties: deep } } })).toEqual([]);
  });
});
