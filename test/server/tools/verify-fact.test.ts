import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { FactSource } from "../../../src/knowledge/fact.ts";
import { callForData, callForError, connect, testApp } from "../../support/connect.ts";
import { mirrorPath, pageFor, startMirror } from "../../support/docs-mirror.ts";

const id = "policy-forallvalues-vacuous-truth";

function cacheFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "iam-pitfalls-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function sources(): Promise<readonly FactSource[]> {
  return (await testApp().knowledge()).fact(id)?.sources ?? [];
}

/** Verifies against pages made of the fact's own terms, without those that are left out. */
async function verify(leaveOut: (term: string, index: number) => boolean): Promise<Record<string, unknown>> {
  const pages = new Map<string, { source: FactSource; terms: string[] }>();
  for (const source of await sources()) {
    const path = mirrorPath(source.url);
    const terms = source.mustMention.filter((term, index) => !leaveOut(term, index));
    pages.set(path, { source, terms: [...(pages.get(path)?.terms ?? []), ...terms] });
  }
  const mirror = await startMirror(
    Object.fromEntries([...pages].map(([path, { source, terms }]) => [path, pageFor(source, terms)])),
  );
  const client = await connect(
    testApp({ IAM_PITFALLS_DOCS_MIRROR: mirror, IAM_PITFALLS_CACHE_DIR: cacheFolder() }),
  );
  return callForData(client, "verify_fact", { id });
}

test("supports a fact whose terms stand on its page, and shows the passage", async () => {
  const data = await verify(() => false);
  const each = (await sources()).map(() => ({ status: "supported", missing: [] }));
  expect(data).toMatchObject({ id, status: "supported", sources: each });
  expect(JSON.stringify(data["sources"])).toMatch(/"passage":"[^"]*paragraph of the test page speaks of/);
});

test("calls a fact drifted when the page lacks a term, and names it", async () => {
  const [first] = await sources();
  const gone = first?.mustMention.at(-1) ?? "";
  const data = await verify((term) => term === gone);
  expect(data).toMatchObject({ status: "drifted" });
  expect(JSON.stringify(data["sources"])).toContain(JSON.stringify([gone]));
});

test("says why it cannot look: no page, no network", async () => {
  const known = await sources();
  const mirror = await startMirror({});
  const env = { IAM_PITFALLS_DOCS_MIRROR: mirror, IAM_PITFALLS_CACHE_DIR: cacheFolder() };
  const gone = await callForData(await connect(testApp(env)), "verify_fact", { id });
  const each = (reason: RegExp) => known.map(() => ({ reason: expect.stringMatching(reason) }));
  expect(gone).toMatchObject({ status: "unreachable", sources: each(/\S/) });
  const offline = await callForData(
    await connect(testApp({ ...env, IAM_PITFALLS_OFFLINE: "1" })),
    "verify_fact",
    { id },
  );
  expect(offline).toMatchObject({ status: "unreachable", sources: each(/offline/i) });
});

test("refuses an unknown id", async () => {
  expect(await callForError(await connect(), "verify_fact", { id: "nope" })).toContain("search_facts");
});
