import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { program } from "../support/launch.ts";

const user = "arn:aws:iam::111122223333:user/ann";
const object = "arn:aws:s3:::app/a";
const read = { Sid: "Read", Effect: "Allow", Action: "s3:Get*", Resource: "arn:aws:s3:::app/*" };
const Condition = { Bool: { "aws:MultiFactorAuthPresent": "true" } };
const files = {
  "read.json": { Version: "2012-10-17", Statement: [read] },
  "mfa.json": { Version: "2012-10-17", Statement: { ...read, Condition } },
  "tags.json": {
    Version: "2012-10-17",
    Statement: { ...read, Condition: { "ForAllValues:StringEquals": { "aws:TagKeys": ["a", "b"] } } },
  },
  "all.json": { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] },
  "ec2.json": { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "ec2:*", Resource: "*" }] },
  "wrong.json": { Version: "2012-10-17", Statement: [{ ...read, Action: ["s3:Nope", "s3:GetObject"] }] },
  "bucket.json": {
    Version: "2012-10-17",
    Statement: [{ ...read, Principal: { AWS: "111122223333" } }],
  },
  "request.json": {
    principal: user,
    action: "s3:GetObject",
    resource: object,
    context: { "aws:MultiFactorAuthPresent": "true" },
  },
  "odd-request.json": { principal: user, verb: "GET" },
};

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "iam-pitfalls-evaluate-"));
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(folder, name), JSON.stringify(content));
  writeFileSync(join(folder, "broken.json"), "{");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, "evaluate", ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: process.env["PATH"] ?? "" },
  });
  return { code: status, out: stdout, err: stderr };
}

const asked = ["--principal", user, "--action", "s3:GetObject", "--resource", object];

describe("evaluate", () => {
  test("allows what the policies allow, and names the statement", () => {
    expect(run(...asked, "--identity", "read.json")).toEqual({
      code: 0,
      out: "allowed: Each policy that has to allow it does, and no Deny applies.\n  Allow of identity: read.json Statement[0] (1:38) Read\n",
      err: "",
    });
  });

  test("takes the request from a file, and options over it", () => {
    expect(run("--request", "request.json", "--identity", "mfa.json").code).toBe(0);
    expect(run("--request", "request.json", "--identity", "mfa.json", "--action", "s3:PutObject").code).toBe(
      1,
    );
    const without = ["--without", "aws:MultiFactorAuthPresent"];
    expect(run("--request", "request.json", "--identity", "mfa.json", ...without).out).toMatch(/^denied/);
  });

  test("says what it would take where it cannot tell", () => {
    const { code, out } = run(...asked, "--identity", "mfa.json");
    expect(code).toBe(1);
    expect(out).toMatch(/^unknown: /);
    expect(out).toContain("not known: aws:MultiFactorAuthPresent");
    expect(run(...asked, "--identity", "mfa.json", "--complete").out).toMatch(/^denied \(implicit deny\)/);
  });

  test("takes several values of a key", () => {
    const keys = ["--context", "aws:TagKeys=a", "--context", "aws:TagKeys=b"];
    expect(run(...asked, "--identity", "tags.json", ...keys).code).toBe(0);
    expect(run(...asked, "--identity", "tags.json", ...keys, "--context", "aws:TagKeys=c").code).toBe(1);
  });

  test.each([
    ["a boundary", ["--boundary", "ec2.json"], "No Allow in the permissions boundary"],
    ["an SCP of a level", ["--scp", "root=all.json", "--scp", "ou=ec2.json"], "No Allow in the SCPs of ou"],
    [
      "no resource policy",
      ["--resource-account", "444455556666", "--resource-policy", "none"],
      "No Allow in the policy of the resource",
    ],
    [
      "an SCP of the management account counts not",
      ["--scp", "ec2.json", "--management-account", "111122223333"],
      "allowed",
    ],
    [
      "another account's bucket",
      ["--resource-account", "444455556666", "--resource-policy", "bucket.json"],
      "allowed",
    ],
  ])("reads %s", (_, options, words) => {
    expect(run(...asked, "--identity", "read.json", ...options).out).toContain(words);
  });

  test("--expect turns the exit code", () => {
    expect(run(...asked, "--expect", "denied").code).toBe(0);
    expect(run(...asked, "--identity", "read.json", "--expect", "denied").code).toBe(1);
    expect(run(...asked, "--identity", "mfa.json", "--expect", "unknown").code).toBe(0);
  });

  test("--json is the whole answer", () => {
    expect(JSON.parse(run(...asked, "--identity", "read.json", "--json").out)).toEqual({
      decision: "allowed",
      because: "Each policy that has to allow it does, and no Deny applies.",
      reasons: [
        {
          effect: "Allow",
          applies: "yes",
          layer: "identity",
          file: "read.json",
          at: "Statement[0] (1:38)",
          sid: "Read",
        },
      ],
      openKeys: [],
    });
  });

  test("says that AWS would not accept a document", () => {
    expect(run(...asked, "--identity", "wrong.json")).toMatchObject({
      code: 0,
      err: expect.stringContaining("wrong.json has errors that AWS does not accept"),
    });
  });

  test.each([
    ["no principal", ["--action", "s3:GetObject"], "needs --principal"],
    ["somebody", ["--principal", "ann", "--action", "s3:GetObject", "--resource", object], "takes the ARN"],
    ["no resource", ["--principal", user, "--action", "s3:GetObject"], "name it with --resource"],
    ["an action that is none", ["--principal", user, "--action", "s3:Nope"], "see lookup"],
    ["a key without a value", [...asked, "--context", "aws:TagKeys"], "KEY=VALUE"],
    ["a request with a stranger", ["--request", "odd-request.json"], "odd-request.json is no request"],
    ["a request that is no JSON", ["--request", "broken.json"], "cannot read broken.json as JSON"],
    ["a document that is none", [...asked, "--identity", "broken.json"], "broken.json is no policy document"],
    ["an account that is none", [...asked, "--resource-account", "1"], "12 digits"],
    ["an outcome that is none", [...asked, "--expect", "maybe"], "--expect takes one of"],
  ])("refuses %s", (_, args, words) => {
    expect(run(...args)).toMatchObject({ code: 2, out: "", err: expect.stringContaining(words) });
  });

  test("an action without resources needs none", () => {
    const action = ["--principal", user, "--action", "s3:ListAllMyBuckets"];
    expect(run(...action, "--identity", "all.json").code).toBe(0);
  });
});
