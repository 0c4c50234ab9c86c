import { describe, expect, test } from "vitest";
import { callForData, callForError, connect } from "../../support/connect.ts";

const look = async (name: string, kind?: string) =>
  callForData(await connect(), "lookup_iam", { name, ...(kind !== undefined && { kind }) });

describe("lookup_iam", () => {
  test("finds an action in any case, and spells it as AWS does", async () => {
    expect(await look("S3:getobject")).toMatchObject({
      exists: true,
      kind: "action",
      name: "s3:GetObject",
      details: { accessLevels: ["Read"], serviceName: "Amazon S3" },
    });
  });

  test("suggests the real name for a misspelt one", async () => {
    const data = await look("s3:GetObjekt");
    expect(data).toMatchObject({ exists: false, kind: "action", name: "s3:GetObjekt" });
    expect(data["closest"]).toContain("s3:GetObject");
  });

  test.each(["s3:ListObjectsV2", "S3:listobjectsv2", "ListObjectsV2"])(
    "names the action that permits the API operation %s",
    async (name) => {
      const data = await look(name);
      expect(data).toMatchObject({
        exists: false,
        kind: "action",
        name,
        details: { authorizedBy: "s3:ListBucket" },
      });
      expect(data["closest"]).toMatchObject({ 0: "s3:ListBucket" });
    },
  );

  test("suggests the service for a misspelt prefix", async () => {
    expect((await look("dynamdb:GetItem"))["closest"]).toContain("dynamodb:GetItem");
  });

  test("expands a wildcard and counts", async () => {
    const data = await look("iam:*AccessKey");
    expect(data).toMatchObject({ exists: true, details: { count: 3 } });
    expect(JSON.stringify(data)).toContain("iam:CreateAccessKey");
  });

  test("finds a bare name in every service", async () => {
    expect(JSON.stringify(await look("PassRole"))).toContain("iam:PassRole");
  });

  test.each([
    ["aws:sourcearn", "condition-key", "aws:SourceArn"],
    ["aws:RequestTag/team", "condition-key", "aws:RequestTag/${TagKey}"],
    ["s3:prefix", "condition-key", "s3:prefix"],
    ["kms", "service", "kms"],
    ["AWS Key Management Service", "service", "kms"],
    ["s3:bucket", "resource-type", "s3:bucket"],
  ])("knows %s as a %s", async (name, kind, spelling) => {
    expect(await look(name)).toMatchObject({ exists: true, kind, name: spelling });
  });

  test.each([
    "aws:SourceArm",
    "s3:nosuchkey",
    "__proto__",
    "constructor:x",
    "*:Frobnicate",
    ":",
    "a".repeat(256),
  ])("says of %j that it does not exist", async (name) => {
    expect(await look(name)).toMatchObject({ exists: false });
  });

  test("refuses an empty or endless name", async () => {
    const client = await connect();
    expect(await callForError(client, "lookup_iam", { name: "" })).toContain("name");
    expect(await callForError(client, "lookup_iam", { name: "a".repeat(257) })).toContain("name");
  });
});
