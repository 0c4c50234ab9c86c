import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { cacheFolder, createPageCache, type StoredAnswer } from "../../src/aws-docs/page-cache.ts";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "page-cache-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

function answer(name: string, text = `text of ${name}`): StoredAnswer {
  return {
    url: `https://docs.aws.amazon.com/a/b/${name}.html`,
    contentType: "text/html",
    etag: '"e"',
    fetchedAt: "2026-11-24T00:00:00.000Z",
    checkedAt: "2026-11-24T00:00:00.000Z",
    text,
  };
}

const pages = () => readdirSync(join(folder, "pages-v1")).map((name) => join(folder, "pages-v1", name));
const open = (options = {}) => createPageCache({ folder, namespace: "", ...options });

describe("the page cache", () => {
  it("gives back what was put, to every process, and only under its own address", async () => {
    await open().put(answer("one"));
    const other = open();
    expect(await other.get(answer("one").url)).toEqual(answer("one"));
    expect(await other.get(answer("two").url)).toBeUndefined();
    expect(await open({ namespace: "http://mirror" }).get(answer("one").url)).toBeUndefined();
    await other.remove(answer("one").url);
    expect(await other.get(answer("one").url)).toBeUndefined();
  });

  it("keeps its files to the user", async () => {
    await open().put(answer("one"));
    if (process.platform !== "win32")
      expect(pages().map((file) => statSync(file).mode & 0o777)).toEqual([0o600]);
  });

  it.each([
    ["empty", () => Buffer.alloc(0)],
    ["cut short", (bytes: Buffer) => bytes.subarray(0, bytes.length - 5)],
    ["without a body", (bytes: Buffer) => bytes.subarray(0, bytes.indexOf(10) + 1)],
    [
      "with a changed byte",
      (bytes: Buffer) =>
        bytes.fill(bytes.readUInt8(bytes.length - 9) ^ 1, bytes.length - 9, bytes.length - 8),
    ],
    ["of another kind", () => Buffer.from('{"hello":1}\nworld')],
    [
      "of another address",
      (bytes: Buffer) => Buffer.from(bytes.toString("latin1").replace("/one.html", "/two.html"), "latin1"),
    ],
    [
      "with a broken time",
      (bytes: Buffer) =>
        Buffer.from(bytes.toString("latin1").replaceAll("2026-11-24T", "yesterday"), "latin1"),
    ],
  ])("takes an entry that is %s for absent, and writes over it", async (_what, damage) => {
    const cache = open();
    await cache.put(answer("one"));
    const [file = ""] = pages();
    writeFileSync(file, damage(readFileSync(file)));
    expect(await cache.get(answer("one").url)).toBeUndefined();
    await cache.put(answer("one", "new"));
    expect(await cache.get(answer("one").url)).toMatchObject({ text: "new" });
  });

  it("is read whole while others write", async () => {
    const writers = [open(), open(), open()];
    const texts = writers.map((_, index) => String(index).repeat(50_000));
    await open().put(answer("one", texts[0]));
    const reads = Array.from({ length: 20 }, () => open().get(answer("one").url));
    const writes = writers.flatMap((cache, index) =>
      [1, 2, 3].map(() => cache.put(answer("one", texts[index]))),
    );
    for (const read of await Promise.all(reads)) expect(texts).toContain(read?.text);
    await Promise.all(writes);
    expect(pages().filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("drops what is too old, what a dead writer left, and the oldest beyond its size", async () => {
    const noise = (seed: number) =>
      Array.from({ length: 3000 }, (_, index) => ((index * seed) % 97).toString(36)).join("");
    const cache = open();
    for (const [index, name] of ["a", "b", "c"].entries()) await cache.put(answer(name, noise(index + 3)));
    const day = (days: number) => Date.now() / 1000 - days * 86_400;
    const fileOf = new Map(
      pages().map((file) => [JSON.parse(readFileSync(file, "latin1").split("\n", 1)[0] ?? "").url, file]),
    );
    utimesSync(fileOf.get(answer("a").url) ?? "", day(100), day(100));
    utimesSync(fileOf.get(answer("b").url) ?? "", day(10), day(10));
    utimesSync(fileOf.get(answer("c").url) ?? "", day(5), day(5));
    const abandoned = join(folder, "pages-v1", "x.page.1.aa.tmp");
    writeFileSync(abandoned, "half");
    utimesSync(abandoned, day(1), day(1));
    const one = statSync(fileOf.get(answer("c").url) ?? "").size;
    await open({ maxBytes: one * 2.5 }).put(answer("d", noise(7)));
    const left = await Promise.all(["a", "b", "c", "d"].map((name) => cache.get(answer(name).url)));
    expect(left.map((entry) => entry !== undefined)).toEqual([false, false, true, true]);
    expect(pages()).not.toContain(abandoned);
  });

  it("keeps pages in memory when the folder cannot be written, the newest of them", async () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    const cache = createPageCache({ folder: file, namespace: "" });
    for (let index = 0; index < 40; index++) await cache.put(answer(`p${index}`));
    expect(await cache.get(answer("p39").url)).toMatchObject({ text: "text of p39" });
    expect(await cache.get(answer("p0").url)).toBeUndefined();
  });
});

describe("cacheFolder", () => {
  it.each([
    [{ IAM_PITFALLS_CACHE_DIR: "some/where" }, "linux", resolve("some/where")],
    [{ XDG_CACHE_HOME: "/xdg" }, "linux", "/xdg/iam-pitfalls-mcp"],
    [{ LOCALAPPDATA: "/local" }, "win32", "/local/iam-pitfalls-mcp"],
  ] as const)("%j on %s is %s", (env, platform, expected) => {
    expect(cacheFolder(env, platform)).toBe(join(expected));
  });

  it("is the platform's place for such files otherwise", () => {
    expect(cacheFolder({}, "darwin")).toMatch(/Library.Caches.iam-pitfalls-mcp$/);
    expect(cacheFolder({}, "linux")).toMatch(/\.cache.iam-pitfalls-mcp$/);
    expect(cacheFolder({}, "win32")).toMatch(/AppData.Local.iam-pitfalls-mcp$/);
  });
});
