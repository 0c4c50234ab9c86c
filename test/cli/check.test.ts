import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { program } from "../support/launch.ts";

// `check` on files and folders, in every format, as pipelines use it.

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "iam-pitfalls-check-"));
  mkdirSync(join(folder, "policies/deep"), { recursive: true });
  writeFileSync(join(folder, "policies/bad.json"), policy("s3:Nope"));
  writeFileSync(join(folder, "policies/deep/good.json"), policy("s3:GetObject"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function policy(...actions: string[]): string {
  const statement = { Effect: "Allow", Action: actions, Resource: "arn:aws:s3:::a/*" };
  return `${JSON.stringify({ Version: "2012-10-17", Statement: [statement] }, null, 2)}\n`;
}

function check(args: string[], input = ""): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, "check", ...args], {
    cwd: folder,
    encoding: "utf8",
    input,
    env: { PATH: process.env["PATH"] ?? "" },
  });
  return { code: status, out: stdout, err: stderr };
}

describe("iam-pitfalls-mcp check", () => {
  test("takes a folder and a glob, and names each file", () => {
    for (const args of [
      ["policies"],
      ["policies/**/*.json"],
      ["policies/bad.json", "policies/deep/good.json"],
    ]) {
      const { out, err, code } = check(args);
      expect(code).toBe(1);
      expect(out).toContain("policies/bad.json: identity policy (inferred), 1 ERROR");
      expect(out).toContain("policies/deep/good.json: identity policy (inferred), no findings");
      expect(err).toContain("2 policies checked, 1 with findings");
    }
  });

  // Windows has no path for a pipe, and no sh.
  test.skipIf(process.platform === "win32")("takes a pipe by its name, as a shell names one", () => {
    const { status, stdout } = spawnSync(
      "sh",
      ["-c", `cat policies/bad.json | "${process.execPath}" "${program}" check /dev/stdin`],
      { cwd: folder, encoding: "utf8" },
    );
    expect(status).toBe(1);
    expect(stdout).toContain("/dev/stdin: identity policy (inferred), 1 ERROR");
  });

  test("reads UTF-16, in which Windows PowerShell writes files", () => {
    const text = Buffer.from(`\ufeff${policy("s3:Nope")}`, "utf16le");
    for (const [name, bytes] of [
      ["little.json", text],
      ["big.json", Buffer.from(text).swap16()],
    ] as const) {
      writeFileSync(join(folder, name), bytes);
      expect(check([name]).out).toContain("INVALID_ACTION at Statement[0].Action[0]");
      rmSync(join(folder, name));
    }
  });

  test("offers --fix only for files that it would write, and findings that are shown", () => {
    const unsaved = JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Action: ["s3:GetObject", "s3:GetObject"], Resource: "arn:aws:s3:::a/*" },
      ],
    });
    writeFileSync(join(folder, "twice.json"), unsaved);
    expect(check(["twice.json"]).err).toContain("--fix corrects what is mechanical in 1 file.");
    expect(check(["-"], unsaved).err).not.toContain("--fix");
    expect(check(["-", "--fix"], unsaved).err).toContain("--fix left 1 document as it came");
    check(["twice.json", "--baseline", "known.json", "--update-baseline"]);
    expect(check(["twice.json", "--baseline", "known.json"]).err).not.toContain("--fix");
    rmSync(join(folder, "twice.json"));
  });

  test("says what it cannot find", () => {
    for (const name of ["nope.json", "nope/*.json"]) {
      const { code, err, out } = check([name]);
      expect([code, out]).toEqual([2, ""]);
      expect(err).toContain(name);
    }
  });

  test("fails only at or above --fail-on", () => {
    expect(check(["policies/bad.json", "--fail-on", "NONE"]).code).toBe(0);
    expect(check(["policies/bad.json", "--fail-on", "error"]).code).toBe(1);
    const redundant = policy("s3:GetObject", "s3:GetObject");
    expect(check(["-"], redundant).code).toBe(0);
    expect(check(["-", "--fail-on", "suggestion"], redundant).code).toBe(1);
    expect(check(["-", "--fail-on", "fatal"], redundant).code).toBe(2);
  });

  test("--format sarif is valid SARIF 2.1.0 and points at line and column", () => {
    const { out } = check(["policies", "--format", "sarif"]);
    const log = JSON.parse(out);
    const schema = createRequire(import.meta.url)("schemastore/schemas/json/sarif-2.1.0.json");
    const ajv = new Ajv({ strict: false, unicodeRegExp: false, logger: false, validateFormats: false });
    const validate = ajv.compile(schema);
    expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
    expect(log.runs[0].results).toMatchObject([
      {
        ruleId: "INVALID_ACTION",
        level: "error",
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: "policies/bad.json" },
              region: { startLine: 7, startColumn: 9, endLine: 7, endColumn: 18 },
            },
          },
        ],
      },
    ]);
    expect(validate({ ...log, version: "3" })).toBe(false);
  });

  test("--format github is one workflow command a finding", () => {
    const { out } = check(["policies/bad.json", "--format", "github"]);
    expect(out).toMatch(
      /^::error file=policies\/bad\.json,line=7,col=9,endLine=7,endColumn=18,title=INVALID_ACTION::.+\n$/,
    );
  });

  test("--format json of several is a list that names the files", () => {
    expect(JSON.parse(check(["policies", "--format", "json"]).out)).toMatchObject([
      { file: "policies/bad.json", summary: { ERROR: 1 } },
      { file: "policies/deep/good.json", summary: { ERROR: 0 } },
    ]);
  });

  test("--fix takes permissions away only with --withdraw", () => {
    const file = join(folder, "withdraw.json");
    const Action = ["lambda:InvokeFunction", "s3:GetObject", "s3:GetObject", "lambda:UpdateFunctionCode"];
    const policy = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action, Resource: "*" }] };
    writeFileSync(file, JSON.stringify(policy));
    const first = check(["withdraw.json", "--fix"]);
    expect(first.out).toContain("--fix --withdraw takes away lambda:UpdateFunctionCode");
    expect(first.err).toContain("--fix --withdraw takes away what opens an escalation path in 1 file.");
    expect(JSON.parse(readFileSync(file, "utf8")).Statement[0].Action).toEqual([
      "lambda:InvokeFunction",
      "s3:GetObject",
      "lambda:UpdateFunctionCode",
    ]);
    expect(check(["withdraw.json", "--fix", "--withdraw"]).out).toContain("no findings");
    expect(JSON.parse(readFileSync(file, "utf8")).Statement[0].Action).toEqual([
      "lambda:InvokeFunction",
      "s3:GetObject",
    ]);
    expect(check(["withdraw.json", "--withdraw"])).toMatchObject({ code: 2 });
  });

  test("--fix writes the corrected document, shows the difference, and reports what remains", () => {
    const file = join(folder, "fix.json");
    writeFileSync(file, policy("s3:GetObject", "s3:GetObject", "s3:Nope"));
    const { out, code } = check(["fix.json", "--fix"]);
    expect(code).toBe(1);
    expect(out).toMatch(/^-\s+"s3:GetObject"/m);
    expect(out).not.toContain("REDUNDANT_ACTION");
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({
      Statement: [{ Action: ["s3:GetObject", "s3:Nope"] }],
    });
  });

  test("finds the policies inside a template in YAML, short forms included, and names each", () => {
    const template = [
      "Resources:",
      "  Reader:",
      "    Type: AWS::IAM::ManagedPolicy",
      "    Properties:",
      "      PolicyDocument:",
      "        Version: '2012-10-17'",
      "        Statement:",
      "          - Effect: Allow",
      "            Action: [s3:GetObject, s3:Nope]",
      "            Resource: !Sub arn:aws:s3:::${Bucket}/*",
    ].join("\n");
    const { out, code } = check(["-"], template);
    expect(code).toBe(1);
    expect(out).toMatch(/standard input > .*Reader/);
    expect(out).toContain("INVALID_ACTION");
    const sarif = JSON.parse(check(["-", "--format", "sarif"], template).out);
    expect(JSON.stringify(sarif)).toContain("logicalLocations");
    expect(JSON.stringify(sarif)).not.toContain("startLine");
  });

  test("a baseline leaves known findings out, also when lines move, and no new ones", () => {
    const { code } = check(["policies", "--baseline", "known.json", "--update-baseline"]);
    expect(code).toBe(0);
    expect(check(["policies", "--baseline", "known.json"]).code).toBe(0);
    writeFileSync(join(folder, "policies/bad.json"), `\n\n${policy("s3:Nope", "s3:Nada")}`);
    const { out, code: after } = check(["policies/bad.json", "--baseline", "known.json"]);
    expect(after).toBe(1);
    expect(out).toContain("s3:Nada");
    expect(check(["policies", "--baseline", "missing.json"]).code).toBe(2);
    expect(check(["policies", "--update-baseline"]).code).toBe(2);
  });
});
