import { spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clientConfigs } from "../../src/reference/client-configs.ts";
import { program } from "../support/launch.ts";
import { teamFact } from "../support/team-fact.ts";

// The built program in a terminal, as a person or a pipeline runs it.

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "iam-pitfalls-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(
  args: string[],
  { input = "", env = {} }: { input?: string; env?: Record<string, string> } = {},
): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    input,
    encoding: "utf8",
    env: { PATH: process.env["PATH"] ?? "", ...env },
  });
  return { code: status, out: stdout, err: stderr };
}

const bad = JSON.stringify(
  { Version: "2012-10-17", Statement: { Effect: "Allow", Action: "s3:Nope", Resource: "*" } },
  null,
  2,
);
const good = JSON.stringify({
  Version: "2012-10-17",
  Statement: { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::bucket/*" },
});

describe("iam-pitfalls-mcp", () => {
  test("--version and --help", () => {
    expect(run(["--version"]).out).toMatch(/^\d+\.\d+\.\d+\n$/);
    const { out, code } = run(["--help"]);
    expect(code).toBe(0);
    for (const command of [
      "search",
      "fact",
      "check",
      "fetch",
      "verify",
      "lookup",
      "config",
      "serve",
      "changes",
    ])
      expect(out).toContain(`\n  ${command} `);
  });

  test("an unknown command and wrong options end with 2 and the usage on stderr", () => {
    for (const args of [
      ["frobnicate"],
      ["search"],
      ["fact"],
      ["check", "--format", "pdf"],
      ["lookup", "--nope"],
      ["config", "emacs"],
      ["config", "cursor", "vscode"],
      ["changes", "sts"],
      ["serve", "http"],
      ["evaluate", "policy.json"],
      ["principals", import.meta.dirname],
    ]) {
      const { code, out, err } = run(args);
      expect([args, code]).toEqual([args, 2]);
      expect(out).toBe("");
      expect(err).toMatch(/\S/);
      expect(err).not.toContain("    at ");
    }
  });

  test("what does not fit in an option is said of that option", () => {
    for (const [args, words] of [
      [["search", "roles", "--limit", "21"], "limit: Too big"],
      [["search", "roles", "--limit", "many"], "limit: Invalid input"],
      [["lookup", "s3", "--kind", "bucket"], 'expected one of "action"'],
      [["fetch", "https://docs.aws.amazon.com/x.html", "--max-chars", "1"], "maxChars: Too small"],
    ] as const) {
      const { code, err } = run([...args]);
      expect([code, err]).toEqual([2, expect.stringContaining(words)]);
    }
  });

  test("a file that cannot be written is named, and nothing is thrown", () => {
    const nowhere = join(folder, "no/such/folder/file");
    const offline = { IAM_PITFALLS_OFFLINE: "1", IAM_PITFALLS_CACHE_DIR: folder };
    for (const args of [
      ["check", "-", "--baseline", nowhere, "--update-baseline"],
      ["verify", "sts-role-chaining-one-hour", "--report", nowhere],
    ]) {
      const { code, err } = run(args, { input: bad, env: offline });
      expect([args, code]).toEqual([args, 2]);
      expect(err).toContain(`cannot write ${nowhere}`);
      expect(err).not.toContain("    at ");
    }
  });

  // Linux alone has a device that is always full.
  test.skipIf(!existsSync("/dev/full"))("an answer that a full disk cuts off does not look whole", () => {
    const full = openSync("/dev/full", "w");
    const { status, stderr } = spawnSync(process.execPath, [program, "changes"], {
      stdio: ["ignore", full, "pipe"],
      encoding: "utf8",
    });
    closeSync(full);
    expect([status, stderr]).toEqual([2, expect.stringContaining("cannot write the answer")]);
  });

  test("search --json is the structured result of search_facts", () => {
    const { out, code } = run(["search", "Redshift Serverless trust principals", "--json", "--limit", "1"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      verdict: "match",
      results: [{ id: "redshift-serverless-trust-principals" }],
    });
  });

  test("fact prints a page, and the tool's result with --json", () => {
    expect(run(["fact", "mfa-resync-only-notaction"]).out).toContain("## Sources");
    expect(JSON.parse(run(["fact", "mfa-resync-only-notaction", "--json"]).out)).toMatchObject({
      id: "mfa-resync-only-notaction",
    });
    expect(run(["fact", "mfa-resync-notaction"]).err).toContain("mfa-resync-only-notaction");
  });

  test("check shows the place with a caret, and its exit code says what it found", () => {
    const { out, code } = run(["check", "-"], { input: bad });
    expect(code).toBe(1);
    expect(out).toContain("INVALID_ACTION");
    expect(out).toMatch(/"s3:Nope"/);
    expect(out).toMatch(/\^{9}/);
    expect(run(["check"], { input: good }).code).toBe(0);
  });

  test("check reads files, and says which it cannot read", () => {
    const file = join(folder, "policy.json");
    writeFileSync(file, bad);
    expect(run(["check", file]).out).toContain(file);
    expect(JSON.parse(run(["check", file, "--format", "json"]).out)).toMatchObject({ summary: { ERROR: 1 } });
    const missing = run(["check", join(folder, "nope.json")]);
    expect(missing.code).toBe(2);
    expect(missing.err).toContain("nope.json");
  });

  test("lookup finds near names", () => {
    expect(run(["lookup", "s3:GetObjekt"]).out).toContain("s3:GetObject");
    expect(JSON.parse(run(["lookup", "s3:GetObject", "--json"]).out)).toMatchObject({
      exists: true,
      kind: "action",
    });
  });

  test("config prints what each client reads", () => {
    for (const [name, { format }] of Object.entries(clientConfigs)) {
      const { out, code } = run(["config", name]);
      expect(code).toBe(0);
      if (format === "json")
        expect(JSON.stringify(JSON.parse(out))).toContain('"args":["-y","iam-pitfalls-mcp"]');
      else expect(out).toContain('args = ["-y", "iam-pitfalls-mcp"]');
    }
  });

  test("colours only where asked for, never with NO_COLOR", () => {
    expect(run(["check", "-"], { input: bad }).out).not.toContain("\u001b[");
    expect(run(["check", "-"], { input: bad, env: { FORCE_COLOR: "1" } }).out).toContain("\u001b[");
    expect(run(["check", "-"], { input: bad, env: { FORCE_COLOR: "1", NO_COLOR: "1" } }).out).not.toContain(
      "\u001b[",
    );
  });

  test("a team's folder is merged in; a broken file is named and the rest still loads", () => {
    const team = join(folder, "team", "iam");
    spawnSync("mkdir", ["-p", team]);
    writeFileSync(join(team, "acme-roles-need-a-boundary.md"), teamFact);
    writeFileSync(join(team, "broken.md"), "---\ntitle: x\nsurprise: 1\n---\n");
    const env = { IAM_PITFALLS_KNOWLEDGE: join(folder, "team") };
    const found = run(["search", "Which permissions boundary do Acme roles carry?", "--json"], { env });
    expect(JSON.parse(found.out).results[0]).toMatchObject({ id: "acme-roles-need-a-boundary" });
    expect(found.err).toContain("broken.md");
    expect(found.err).toContain("surprise");
    expect(JSON.parse(run(["fact", "acme-roles-need-a-boundary", "--json"], { env }).out)).toMatchObject({
      team: true,
    });
    const nowhere = run(["search", "Redshift Serverless"], {
      env: { IAM_PITFALLS_KNOWLEDGE: join(folder, "nope") },
    });
    expect(nowhere.code).toBe(0);
    expect(nowhere.err).toContain("nope");
  });
});
