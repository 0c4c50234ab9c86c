import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { expect, onTestFinished, test } from "vitest";
import { callForData, callForError, connect, testApp } from "../../support/connect.ts";
import { pageFor, startMirror } from "../../support/docs-mirror.ts";

const url = "https://docs.aws.amazon.com/IAM/latest/UserGuide/test_page.html";

async function connectToMirror(env: Record<string, string> = {}): Promise<Client> {
  const cache = mkdtempSync(join(tmpdir(), "iam-pitfalls-"));
  onTestFinished(() => rmSync(cache, { recursive: true, force: true }));
  const many = Array.from({ length: 800 }, (_, index) => `the number ${index}`);
  const mirror = await startMirror({
    "docs.aws.amazon.com/IAM/latest/UserGuide/test_page.html": pageFor({ title: "Test page" }, [
      "cherries",
      "plums",
    ]),
    "docs.aws.amazon.com/IAM/latest/UserGuide/long_page.html": pageFor({ title: "Long page" }, many),
  });
  return connect(testApp({ IAM_PITFALLS_DOCS_MIRROR: mirror, IAM_PITFALLS_CACHE_DIR: cache, ...env }));
}

test("reads a page as Markdown with its sections, and serves it from the cache the second time", async () => {
  const client = await connectToMirror();
  const first = await callForData(client, "fetch_doc", { url });
  expect(first).toMatchObject({ url, title: "Test page", cache: "miss" });
  expect(first["markdown"]).toContain("## The section");
  expect(first["markdown"]).toContain("speaks of cherries");
  expect(JSON.stringify(first["sections"])).toContain('"anchor":"the-section"');
  expect(await callForData(client, "fetch_doc", { url })).toMatchObject({ cache: "hit" });
});

test("reads one section by anchor, by heading and by fragment, and passages by text", async () => {
  const client = await connectToMirror();
  for (const args of [
    { url, section: "the-section" },
    { url, section: "The section" },
    { url: `${url}#the-section` },
  ]) {
    const data = await callForData(client, "fetch_doc", args);
    expect(data["markdown"]).toContain("plums");
    expect(data["markdown"]).not.toContain("Nor does this");
  }
  const found = await callForData(client, "fetch_doc", { url, find: "plums" });
  expect(found["markdown"]).toContain("plums");
  expect(found["markdown"]).not.toContain("Nor does this");
});

test("gives a long page in parts, each below the size that clients take", async () => {
  const client = await connectToMirror();
  const longPage = "https://docs.aws.amazon.com/IAM/latest/UserGuide/long_page.html";
  let text = "";
  let cursor: unknown;
  let parts = 0;
  do {
    const data: Record<string, unknown> = await callForData(client, "fetch_doc", {
      url: longPage,
      ...(typeof cursor === "string" && { cursor }),
    });
    expect(JSON.stringify(data).length).toBeLessThan(20_000);
    text += String(data["markdown"]);
    cursor = data["nextCursor"];
    parts += 1;
  } while (cursor !== undefined && parts < 50);
  expect(parts).toBeGreaterThan(2);
  for (const number of [0, 1, 399, 798, 799]) expect(text).toMatch(new RegExp(`the number ${number} `));
});

test.each([
  "http://docs.aws.amazon.com/IAM/x.html",
  "https://docs.aws.amazon.com.evil.example/x.html",
  "https://evil.example/docs.aws.amazon.com/x.html",
  "https://docs.aws.amazon.com@evil.example/x.html",
  "https://127.0.0.1/x.html",
  "https://169.254.169.254/latest/meta-data/",
  "file:///etc/passwd",
  "nonsense",
])("refuses %s before any connection, and names the allowed hosts", async (hostile) => {
  const text = await callForError(await connectToMirror(), "fetch_doc", { url: hostile });
  expect(text).toContain("docs.aws.amazon.com");
});

test("says what to do about a page that is gone, and when offline", async () => {
  const gone = "https://docs.aws.amazon.com/IAM/latest/UserGuide/gone.html";
  expect(await callForError(await connectToMirror(), "fetch_doc", { url: gone })).toMatch(
    /no page at this address.*llms\.txt/,
  );
  const offline = await connectToMirror({ IAM_PITFALLS_OFFLINE: "1" });
  expect(await callForError(offline, "fetch_doc", { url })).toMatch(/IAM_PITFALLS_OFFLINE/);
});

test("takes exactly one of url and factId", async () => {
  const client = await connectToMirror();
  expect(await callForError(client, "fetch_doc", {})).toContain("exactly one");
  expect(await callForError(client, "fetch_doc", { url, factId: "x" })).toContain("exactly one");
  expect(await callForError(client, "fetch_doc", { factId: "nope" })).toContain("search_facts");
});
