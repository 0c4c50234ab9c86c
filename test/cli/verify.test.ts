import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Fact } from "../../src/knowledge/fact.ts";
import { testApp } from "../support/connect.ts";
import { mirrorPath, pageFor, startMirror } from "../support/docs-mirror.ts";
import { program } from "../support/launch.ts";

// `verify` against a mirror whose pages are made of the facts' own terms.

const ids = ["mfa-resync-only-notaction", "redshift-serverless-trust-principals"];

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "iam-pitfalls-verify-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

async function mirrorOf(facts: readonly Fact[], leftOut = ""): Promise<string> {
  const terms = new Map<string, string[]>();
  for (const source of facts.flatMap(({ sources }) => sources)) {
    const path = mirrorPath(source.url);
    const kept = source.mustMention.filter((term) => term !== leftOut);
    terms.set(path, [...(terms.get(path) ?? []), ...kept]);
  }
  return startMirror(Object.fromEntries([...terms].map(([path, list]) => [path, pageFor({}, list)])));
}

/** Asynchronous, because the mirror lives in this process. */
function verify(args: string[], mirror: string): Promise<{ code: number; out: string }> {
  const env = {
    PATH: process.env["PATH"],
    IAM_PITFALLS_DOCS_MIRROR: mirror,
    IAM_PITFALLS_CACHE_DIR: folder(),
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, "verify", ...args], { env }, (error, out) =>
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out }),
    );
  });
}

async function factsOf(wanted: readonly string[]): Promise<Fact[]> {
  const { facts } = await testApp().knowledge();
  return facts.filter(({ id }) => wanted.includes(id));
}

test("supported facts end with 0, a table and a summary", async () => {
  const { code, out } = await verify(ids, await mirrorOf(await factsOf(ids)));
  expect(out).toContain("2 of 2 facts supported");
  expect(code).toBe(0);
});

test("a drifted fact ends with 1, and the report names what is missing", async () => {
  const facts = await factsOf(ids);
  const gone = facts[0]?.sources[0]?.mustMention[0] ?? "";
  const report = join(folder(), "report.md");
  const { code, out } = await verify([...ids, "--report", report], await mirrorOf(facts, gone));
  expect(code).toBe(1);
  expect(out).toContain("1 drifted");
  expect(readFileSync(report, "utf8")).toContain(gone);
});

test("--json of one fact is the structured result of verify_fact", async () => {
  const [id = ""] = ids;
  const { out } = await verify([id, "--json"], await mirrorOf(await factsOf([id])));
  expect(JSON.parse(out)).toMatchObject({ id, status: "supported", sources: [{ missing: [] }] });
});

test("needs ids or --all, not both and not neither", async () => {
  for (const args of [[], ["--all", ...ids]]) expect((await verify(args, "http://127.0.0.1:9")).code).toBe(2);
});
