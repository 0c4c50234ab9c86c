import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import Module from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Script } from "node:vm";
import { beforeAll, describe, expect, test } from "vitest";
import { program } from "./support/launch.ts";

// The launcher starts from V8's code cache. Node of another version, or an installer that leaves files out, must
// not be noticed by a client.

let folder: string;
let caches: readonly string[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "iam-pitfalls-launcher-"));
  cpSync(dirname(program), folder, { recursive: true });
  caches = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".cache"))
    .map((name) => join(folder, name));
  return () => rmSync(folder, { recursive: true, force: true });
});

const initialize = {
  jsonrpc: "2.0",
  id: 1,
  method: "initialize",
  params: { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "test", version: "1" } },
};

function start() {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, "main.js")], {
    input: `${JSON.stringify(initialize)}\n`,
    encoding: "utf8",
    env: { PATH: process.env["PATH"] },
  });
  return { status, stdout, stderr };
}

describe("starts, and says nothing but the answer", () => {
  const expected = { status: 0, stderr: "", stdout: expect.stringContaining('"serverInfo"') };

  test("from the code cache", () => {
    expect(caches.length).toBeGreaterThan(1);
    expect(start()).toEqual(expected);
  });

  test("where the cache was made by another version of V8", () => {
    for (const cache of caches) {
      const bytes = readFileSync(cache);
      // After four bytes of a magic number stands the hash of V8's version.
      for (const at of [4, 5, 6, 7]) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      writeFileSync(cache, bytes);
      const source = Module.wrap(readFileSync(cache.replace(/\.cache$/, ""), "latin1"));
      const { cachedDataRejected } = new Script(source, { cachedData: bytes });
      expect(cachedDataRejected).toBe(true);
    }
    expect(start()).toEqual(expected);
  });

  test.each([
    ["is cut short", (bytes: Buffer) => bytes.subarray(0, 20)],
    ["is empty", (bytes: Buffer) => bytes.subarray(0, 0)],
    ["is something else", () => Buffer.from("version https://git-lfs.github.com/spec/v1\n")],
  ])("where the cache %s", (_, change) => {
    for (const cache of caches) writeFileSync(cache, change(readFileSync(cache)));
    expect(start()).toEqual(expected);
  });

  test("where there is no cache", () => {
    for (const cache of caches) rmSync(cache);
    expect(start()).toEqual(expected);
  });
});
