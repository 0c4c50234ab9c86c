import { createHash, randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { z } from "zod";

/** One answer of the documentation site, kept under the address that was asked. */
export interface StoredAnswer {
  readonly url: string;
  /** Where the site sent us instead; such an entry has no text. */
  readonly location?: string | undefined;
  readonly contentType: string;
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  /** When the text was last received, ISO 8601. */
  readonly fetchedAt: string;
  /** When the site last said that it is the current text, ISO 8601. */
  readonly checkedAt: string;
  readonly text: string;
}

/** Pages on disk, shared by every process of this user. Nothing here throws: a cache that fails is empty. */
export interface PageCache {
  get(url: string): Promise<StoredAnswer | undefined>;
  put(answer: StoredAnswer): Promise<void>;
  remove(url: string): Promise<void>;
}

export interface PageCacheOptions {
  readonly folder: string;
  /** Set apart from the real site's pages: a mirror may hold anything. */
  readonly namespace: string;
  readonly maxBytes?: number;
  readonly maxAgeMs?: number;
}

const DAY_MS = 86_400_000;
const MAX_TEXT_BYTES = 32_000_000;
/** Pages that stay in memory when the folder cannot be written. */
const MEMORY_ENTRIES = 32;
/** A writer that died leaves its temporary file: an hour later nobody is writing it any more. */
const ABANDONED_MS = 3_600_000;
const PRUNE_EVERY = 50;

const Head = z.object({
  url: z.string(),
  location: z.string().optional(),
  contentType: z.string(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  fetchedAt: z.iso.datetime(),
  checkedAt: z.iso.datetime(),
  sha256: z.string(),
});

const compress = promisify<Buffer, Buffer>(gzip);
const decompress = promisify<Buffer, { maxOutputLength: number }, Buffer>(gunzip);

/** The folder for fetched pages: `IAM_PITFALLS_CACHE_DIR`, or the platform's place for such files. */
export function cacheFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): string {
  const chosen = env["IAM_PITFALLS_CACHE_DIR"];
  if (chosen) return resolve(chosen);
  const home = homedir();
  const base = {
    darwin: join(home, "Library", "Caches"),
    win32: env["LOCALAPPDATA"] || join(home, "AppData", "Local"),
    other: env["XDG_CACHE_HOME"] || join(home, ".cache"),
  }[platform === "darwin" || platform === "win32" ? platform : "other"];
  return join(base, "iam-pitfalls-mcp");
}

/**
 * One file per address: a line of JSON, then the gzipped text. It is written under another name and renamed, so
 * that readers and other processes see the old entry or the new one, never half of either.
 */
export function createPageCache(options: PageCacheOptions): PageCache {
  const { folder, namespace, maxBytes = 64_000_000, maxAgeMs = 90 * DAY_MS } = options;
  const pages = join(folder, "pages-v1");
  const memory = new Map<string, StoredAnswer>();
  let writes = 0;

  const fileOf = (url: string) =>
    join(pages, `${createHash("sha256").update(`${namespace}\n${url}`).digest("hex").slice(0, 40)}.page`);

  function remember(answer: StoredAnswer): void {
    memory.delete(answer.url);
    memory.set(answer.url, answer);
    const [oldest] = memory.keys();
    if (memory.size > MEMORY_ENTRIES && oldest !== undefined) memory.delete(oldest);
  }

  return {
    async get(url) {
      return (await readEntry(fileOf(url), url)) ?? memory.get(url);
    },
    async put(answer) {
      try {
        await mkdir(pages, { recursive: true, mode: 0o700 });
        await writeWhole(fileOf(answer.url), await encode(answer));
        memory.delete(answer.url);
      } catch {
        // A read-only or full disk costs speed, not the answer.
        remember(answer);
        return;
      }
      writes += 1;
      if (writes % PRUNE_EVERY === 1) await prune(pages, maxBytes, maxAgeMs);
    },
    async remove(url) {
      memory.delete(url);
      await rm(fileOf(url), { force: true }).catch(() => {});
    },
  };
}

async function encode({ text, ...head }: StoredAnswer): Promise<Buffer> {
  const body = await compress(Buffer.from(text));
  const sha256 = createHash("sha256").update(body).digest("hex");
  return Buffer.concat([Buffer.from(`${JSON.stringify({ ...head, sha256 })}\n`), body]);
}

async function readEntry(file: string, url: string): Promise<StoredAnswer | undefined> {
  try {
    const bytes = await readFile(file);
    const end = bytes.indexOf(10);
    const { sha256, ...head } = Head.parse(JSON.parse(bytes.subarray(0, end).toString()));
    const body = bytes.subarray(end + 1);
    if (head.url !== url || createHash("sha256").update(body).digest("hex") !== sha256) return undefined;
    const text = await decompress(body, { maxOutputLength: MAX_TEXT_BYTES });
    return { ...head, text: text.toString() };
  } catch {
    // Absent, unreadable, cut short or of another version: to be fetched again.
    return undefined;
  }
}

async function writeWhole(file: string, bytes: Buffer): Promise<void> {
  const temporary = `${file}.${process.pid}.${randomBytes(4).toString("hex")}.tmp`;
  try {
    await writeFile(temporary, bytes, { flag: "wx", mode: 0o600 });
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw error;
  }
}

/** Deletes what is too old, then the oldest until the rest fits. Another process may do the same meanwhile. */
async function prune(folder: string, maxBytes: number, maxAgeMs: number): Promise<void> {
  const now = Date.now();
  const names = await readdir(folder).catch(() => []);
  const files: { path: string; size: number; mtimeMs: number }[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const { size, mtimeMs } = (await stat(path).catch(() => undefined)) ?? { size: 0, mtimeMs: now };
    const maxAge = name.endsWith(".tmp") ? ABANDONED_MS : maxAgeMs;
    if (now - mtimeMs > maxAge) await rm(path, { force: true }).catch(() => {});
    else files.push({ path, size, mtimeMs });
  }
  files.sort((a, b) => b.mtimeMs - a.mtimeMs);
  let total = 0;
  for (const { path, size } of files) {
    total += size;
    if (total > maxBytes) await rm(path, { force: true }).catch(() => {});
  }
}
