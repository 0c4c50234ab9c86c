import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { program } from "../support/launch.ts";

// `check` on the documents that apply to one user or role together.

const allow = (...Action: string[]) => ({ Effect: "Allow", Action, Resource: "*" });
const files = {
  "pass.json": [allow("iam:PassRole")],
  "functions.json": [allow("lambda:CreateFunction", "lambda:InvokeFunction")],
  "attach.json": [allow("iam:AttachUserPolicy")],
  "all.json": [allow("*")],
  "reading.json": [allow("s3:Get*")],
  "wrong.json": [allow("s3:Nope")],
};

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "iam-pitfalls-principal-"));
  for (const [name, Statement] of Object.entries(files))
    writeFileSync(join(folder, name), JSON.stringify({ Version: "2012-10-17", Statement }));
  writeFileSync(join(folder, "broken.json"), "{");
  writeFileSync(
    join(folder, "plan.json"),
    JSON.stringify({ Resources: {}, AWSTemplateFormatVersion: "2010-09-09" }),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function check(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, "check", ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: process.env["PATH"] ?? "" },
  });
  return { code: status, out: stdout, err: stderr };
}

const Principal = z.object({
  administrator: z.boolean(),
  paths: z.array(
    z.object({
      id: z.string(),
      permissions: z.array(z.object({ action: z.string(), document: z.number() })),
    }),
  ),
  closed: z.array(z.string()),
  unreadable: z.array(z.number()),
});
const Reports = z.array(
  z.object({ file: z.string(), policyType: z.string(), principal: Principal.optional() }),
);

const lambda = "passrole-lambda-create-function-invoke-function";
const strict = ["--fail-on", "SECURITY_WARNING"];

describe("iam-pitfalls-mcp check of one principal", () => {
  test("finds a path that no document opens alone, and says where each permission stands", () => {
    const { out, code } = check("pass.json", "functions.json", "--one-principal", ...strict);
    expect(code).toBe(1);
    expect(out).toContain(`PASS_ROLE_PRIVILEGE_ESCALATION ${lambda}`);
    expect(out).toContain("iam:PassRole: pass.json Statement[0].Action[0]");
    expect(out).toContain("lambda:InvokeFunction: functions.json Statement[0].Action[1]");
    expect(check("pass.json", "functions.json", ...strict).out).not.toContain(lambda);
  });

  test("is the same in JSON, on the first report", () => {
    const { out } = check("pass.json", "functions.json", "--boundary", "all.json", "--format", "json");
    const reports = Reports.parse(JSON.parse(out));
    expect(reports.map(({ file, policyType }) => [file, policyType])).toEqual([
      ["pass.json", "identity"],
      ["functions.json", "identity"],
      ["all.json", "permissions-boundary"],
    ]);
    const [first, ...others] = reports.map(({ principal }) => principal);
    expect(others).toEqual([undefined, undefined]);
    const path = first?.paths.find(({ id }) => id === lambda);
    expect(path?.permissions.map(({ document }) => document)).toEqual([0, 1, 1]);
  });

  test.each([
    ["a boundary", ["--boundary", "reading.json"]],
    ["an SCP", ["--scp", "reading.json"]],
    ["one of two levels of SCPs", ["--scp", "Root=attach.json", "--scp", "Account=reading.json"]],
    ["a session policy", ["--session-policy", "reading.json"]],
  ])("%s closes the path, and the exit code says so", (_, options) => {
    const { out, code } = check("attach.json", ...options, ...strict);
    expect(out).toContain("closed: iam-attach-user-policy");
    expect(code).toBe(0);
    expect(check("attach.json", "--one-principal", ...strict).code).toBe(1);
  });

  test.each([
    ["an SCP", ["--scp", "all.json"]],
    ["a boundary", ["--boundary", "all.json"]],
    ["a session policy", ["--session-policy", "all.json"]],
  ])("%s that allows everything grants nothing, and does not count", (_, options) => {
    const { out, code } = check("reading.json", ...options, ...strict);
    expect(out).toContain("PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE");
    expect(code).toBe(0);
    expect(check("reading.json", ...options, "--fail-on", "WARNING").code).toBe(0);
  });

  test("an identity policy that passes every role counts, and so does an error in an SCP", () => {
    expect(check("pass.json", "--one-principal", ...strict).code).toBe(1);
    expect(check("reading.json", "--scp", "wrong.json", ...strict).code).toBe(1);
  });

  test("SCPs of one level add up", () => {
    const { code } = check("all.json", "--scp", "reading.json", "--scp", "all.json", ...strict);
    expect(code).toBe(1);
  });

  test("one document is the tool's structured result", () => {
    const { out } = check("all.json", "--one-principal", "--format", "json");
    expect(Principal.parse(JSON.parse(out).principal).administrator).toBe(true);
  });

  test("a document that is no policy is an error, and is left out of the rest", () => {
    const { out, code } = check("all.json", "--boundary", "broken.json");
    expect(code).toBe(1);
    expect(out).toContain("JSON_SYNTAX_ERROR");
    expect(out).toContain("broken.json is no policy and was left out.");
  });

  test.each([
    [["all.json", "--boundary", "nope.json"], "cannot read nope.json"],
    [["all.json", "--boundary", "*.json"], "*.json has to be one file"],
    [["plan.json", "--one-principal"], "have to be policies"],
    [["all.json", "--one-principal", "--format", "sarif"], "--format text or json"],
    [["all.json", "--one-principal", "--fix"], "without --type"],
  ])("refuses %j", (args, words) => {
    const { code, out, err } = check(...args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(words);
  });
});
