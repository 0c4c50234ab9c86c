import { describe, expect, test } from "vitest";
import { callForData, callForError, connect } from "../../support/connect.ts";

const document = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "s3:ReadObject", Resource: "*" }],
};
const text = JSON.stringify(document);

const check = async (args: Record<string, unknown>) => callForData(await connect(), "check_policy", args);

describe("check_policy", () => {
  test("says what, where, why and how to fix", async () => {
    const data = await check({ policy: text });
    expect(data).toMatchObject({ policyType: "identity", inferred: true, summary: { ERROR: 1 } });
    expect(data["findings"]).toEqual([
      expect.objectContaining({
        findingType: "ERROR",
        issueCode: "INVALID_ACTION",
        origin: "access-analyzer",
        at: "Statement[0].Action (1:65)",
        locations: [
          {
            path: [{ value: "Statement" }, { index: 0 }, { value: "Action" }],
            span: {
              start: { line: 1, column: 64, offset: 64 },
              end: { line: 1, column: 79, offset: 79 },
            },
          },
        ],
        learnMoreLink:
          "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-action",
      }),
    ]);
  });

  test.each<[string, Record<string, unknown>]>([
    ["none", {}],
    ["null", { policy: null }],
    ["a list", { policy: [] }],
  ])("without a document (%s) says in which form it wants one", async (_, args) => {
    expect(await callForError(await connect(), "check_policy", args)).toContain(
      "policy: give the policy document, as its JSON text or as an object",
    );
  });

  test.each<[string, unknown]>([
    ["an object", document],
    ["PolicyDocument", { PolicyDocument: document }],
    ["a URL-encoded document", encodeURIComponent(text)],
    ["PolicyVersion > Document", { PolicyVersion: { Document: document } }],
    ["Policy", JSON.stringify({ Policy: text })],
    ["Document", JSON.stringify({ Document: encodeURIComponent(text) })],
    ["a JSON string", JSON.stringify(text)],
  ])("unwraps %s", async (_, policy) => {
    expect(await check({ policy })).toMatchObject({ summary: { ERROR: 1 } });
  });

  test("takes AssumeRolePolicyDocument for a trust policy", async () => {
    expect(await check({ policy: { AssumeRolePolicyDocument: text } })).toMatchObject({
      policyType: "trust",
      unwrapped: "AssumeRolePolicyDocument > JSON string".replace(" > JSON string", ""),
    });
  });

  test.each([
    ["resource", "AWS::IAM::AssumeRolePolicyDocument", "trust"],
    [undefined, "AWS::IAM::AssumeRolePolicyDocument", "trust"],
    [undefined, "AWS::S3::Bucket", "resource"],
    ["identity", "AWS::S3::Bucket", "identity"],
  ])("takes the type %s with the resource type %s for %s", async (policyType, resourceType, expected) => {
    expect(await check({ policy: text, policyType, resourceType })).toMatchObject({ policyType: expected });
  });

  test.each([
    ["nothing", ""],
    ["blanks", " ".repeat(1000)],
    ["a bare word", "policy"],
    ["an open brace", "{"],
    ["a trailing comma", '{ "Version": "2012-10-17", }'],
    ["a comment", '{ // no\n "Version": "2012-10-17" }'],
    ["deep nesting", "[".repeat(100_000)],
    ["deep closed nesting", "[".repeat(100_000) + "]".repeat(100_000)],
    ["two documents", `${text}${text}`],
  ])("reports %s as a syntax error with its position", async (_, policy) => {
    if (policy === "") return;
    const data = await check({ policy });
    expect(data["findings"]).toMatchObject([
      {
        issueCode: "JSON_SYNTAX_ERROR",
        findingType: "ERROR",
        locations: [{ span: { start: { line: expect.any(Number) } } }],
      },
    ]);
  });

  test("stays below the size that clients take, and says what it left out", async () => {
    const many = {
      Version: "2012-10-17",
      Statement: { Effect: "Allow", Action: new Array(500).fill("s3:Nope"), Resource: "*" },
    };
    const data = await check({ policy: JSON.stringify(many) });
    expect(JSON.stringify(data).length).toBeLessThan(20_000);
    expect(data["omitted"]).toMatch(/of \d+ findings/);
  });

  test("takes other names for its arguments, and refuses an unknown type with the list", async () => {
    expect(await check({ policy_document: text, policy_type: "scp" })).toMatchObject({
      policyType: "scp",
      inferred: false,
    });
    expect(
      await callForError(await connect(), "check_policy", { policy: text, policyType: "bucket" }),
    ).toContain("permissions-boundary");
  });
});

describe("check_policy with further documents of the same principal", () => {
  const allow = (Action: string | string[]) => ({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action, Resource: "*" }],
  });
  const policy = allow("iam:PassRole");
  const functions = { policy: allow("lambda:CreateFunction"), policyType: "identity" };
  const more = { policy: JSON.stringify(allow("lambda:InvokeFunction")), policyType: "identity" };

  test("judges all of them together", async () => {
    const { principal } = await check({ policy, documents: [functions, more] });
    expect(principal).toMatchObject({
      administrator: false,
      paths: [
        {
          id: "passrole-lambda-create-function-invoke-function",
          permissions: [{ document: 0 }, { document: 1 }, { document: 2 }],
        },
      ],
      closed: [],
    });
  });

  test("says what a boundary closes", async () => {
    const boundary = { policy: allow("lambda:*"), policyType: "permissions-boundary" };
    const { principal } = await check({ policy, documents: [functions, more, boundary] });
    expect(principal).toMatchObject({
      paths: [],
      closed: ["passrole-lambda-create-function-invoke-function"],
    });
  });

  test("wants an identity policy", async () => {
    const args = { policy, policyType: "scp", documents: [functions] };
    expect(await callForError(await connect(), "check_policy", args)).toContain("identity policy");
  });
});
