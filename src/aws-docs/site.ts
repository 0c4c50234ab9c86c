import { DocsError } from "./docs-error.ts";
import type { HttpAnswer, HttpClient } from "./http/http-client.ts";
import type { HttpLimits } from "./http/limits.ts";
import type { PageDocument } from "./page/document.ts";
import { readHtml } from "./page/read-html.ts";
import { readMarkdown } from "./page/read-markdown.ts";
import type { PageCache, StoredAnswer } from "./page-cache.ts";
import { checkUrl, type DocAddress, isLandingPage, twinOf } from "./url-policy.ts";

/** How an answer came to us: from the site, from the disk, or from the disk because the site could not be asked. */
export type CacheState = "miss" | "hit" | "revalidated" | "stale";

/** A topic of the documentation as it was read. */
export interface Topic {
  readonly askedHref: string;
  /** Where it was found, after every redirect. */
  readonly href: string;
  readonly document: PageDocument;
  readonly cache: CacheState;
  readonly fetchedAt: string;
  readonly checkedAt: string;
  /** Why the site could not be asked, when `cache` is "stale". */
  readonly problem: DocsError | undefined;
  /** False when the page has none of the site's containers: it may be somebody's error page. */
  readonly recognised: boolean;
  /** The section that the last redirect pointed to. */
  readonly fragment: string | undefined;
  readonly notes: readonly string[];
}

export interface OpenOptions {
  /** "cached": a copy checked within a day is used unasked. "ask": the site is always asked. */
  readonly freshness: "cached" | "ask";
  readonly signal: AbortSignal | undefined;
}

/** The documentation site: pages by address, through redirects, the cache and the URL policy. */
export interface Site {
  /** Reads the topic at a checked address; a page that is none, or cannot be had, is a DocsError. */
  open(href: string, options: OpenOptions): Promise<Topic>;
  /** The other rendition of a topic, or undefined when there is none to be had. */
  openTwin(topic: Topic, options: OpenOptions): Promise<Topic | undefined>;
}

export interface SiteOptions {
  readonly client: HttpClient;
  readonly cache: PageCache;
  readonly limits: HttpLimits;
  /** Stands in for `https://`: `<mirror>/docs.aws.amazon.com/…`. Without a slash at its end. */
  readonly mirror: string | undefined;
  readonly offline: boolean;
  readonly now: () => Date;
}

const FRESH_MS = 24 * 3_600_000;

/** What a page's address led to: a text, or another address. */
interface Answer {
  readonly stored: StoredAnswer;
  readonly cache: CacheState;
  readonly problem: DocsError | undefined;
}

interface Walk {
  readonly options: OpenOptions;
  readonly totalSignal: AbortSignal;
}

export function createSite(options: SiteOptions): Site {
  const { client, cache, limits, mirror, offline, now } = options;

  async function ask(href: string, stored: StoredAnswer | undefined, walk: Walk): Promise<Answer> {
    const answer = await client.get({
      url: toPhysical(href, mirror),
      headers: stored ? validators(stored) : {},
      signal: walk.options.signal,
      totalSignal: walk.totalSignal,
    });
    const time = now().toISOString();
    if (answer.status === 404 || answer.status === 410) {
      await cache.remove(href);
      throw goneError(href);
    }
    if (answer.status === 304) {
      if (!stored)
        throw new DocsError(
          "server_error",
          "The site says that nothing changed, without having sent anything.",
        );
      const checked = { ...stored, checkedAt: time, etag: answer.etag ?? stored.etag };
      await cache.put(checked);
      return { stored: checked, cache: "revalidated", problem: undefined };
    }
    const fresh = toStored(href, answer, time, mirror);
    await cache.put(fresh);
    return { stored: fresh, cache: "miss", problem: undefined };
  }

  async function answerFor(href: string, walk: Walk): Promise<Answer> {
    const stored = await cache.get(href);
    if (offline) {
      if (stored) return { stored, cache: "stale", problem: offlineError() };
      throw offlineError();
    }
    if (stored && walk.options.freshness === "cached" && age(stored, now()) < FRESH_MS)
      return { stored, cache: "hit", problem: undefined };
    try {
      return await ask(href, stored, walk);
    } catch (error) {
      if (stored && error instanceof DocsError && PASSING.has(error.code))
        return { stored, cache: "stale", problem: error };
      throw error;
    }
  }

  /** Follows redirects of either kind to a topic. A page that is none is thrown as an `UnreadablePage`. */
  async function walkTo(start: string, walk: Walk): Promise<Topic> {
    const seen = new Set<string>();
    let next: DocAddress = { href: start, notes: [] };
    let fragment: string | undefined;
    while (!seen.has(next.href) && seen.size <= limits.maxHops) {
      const { href } = next;
      seen.add(href);
      const answer = await answerFor(href, walk);
      const read = readAnswer(answer.stored);
      if (read.kind === "topic") return toTopic(start, href, answer, read, fragment);
      if (read.kind === "unreadable") throw new UnreadablePage(href, read.error);
      next = follow(read.target, start);
      fragment = next.fragment ?? fragment;
    }
    throw new DocsError(
      "gone",
      "The page only leads from redirect to redirect: it is not there any more. Search the facts for another source, or fetch the contents of the guide (llms.txt in its folder).",
    );
  }

  async function open(start: string, openOptions: OpenOptions): Promise<Topic> {
    const walk: Walk = { options: openOptions, totalSignal: AbortSignal.timeout(limits.totalMs) };
    try {
      return await walkTo(start, walk);
    } catch (error) {
      const twin = twinToTry(start, error);
      const problem = error instanceof UnreadablePage ? error.problem : error;
      if (twin === undefined) throw problem;
      const topic = await walkTo(twin, walk).catch((failure: unknown) => {
        throw failure instanceof DocsError && failure.code === "cancelled" ? failure : problem;
      });
      return { ...topic, askedHref: start, notes: [`The page was read at ${topic.href}.`] };
    }
  }

  return {
    open,
    async openTwin(topic, openOptions) {
      const twin = twinOf(topic.href);
      if (twin === undefined) return undefined;
      try {
        const walk: Walk = { options: openOptions, totalSignal: AbortSignal.timeout(limits.totalMs) };
        const other = await walkTo(twin, walk);
        return other.document.rendition !== topic.document.rendition && !other.problem ? other : undefined;
      } catch (error) {
        if (error instanceof UnreadablePage) return undefined;
        if (error instanceof DocsError && error.code !== "cancelled") return undefined;
        throw error;
      }
    },
  };
}

/** An address answered, though not with a topic. */
class UnreadablePage extends Error {
  override readonly name = "UnreadablePage";
  readonly href: string;
  readonly problem: DocsError;

  constructor(href: string, problem: DocsError) {
    super("no topic");
    this.href = href;
    this.problem = problem;
  }
}

/** The other rendition, where it may do: of an unreadable page, and of a Markdown page that is not there. */
function twinToTry(start: string, error: unknown): string | undefined {
  if (error instanceof UnreadablePage) return twinOf(error.href);
  const gone = error instanceof DocsError && error.code === "gone" && start.endsWith(".md");
  return gone ? twinOf(start) : undefined;
}

function toTopic(
  start: string,
  href: string,
  { stored, cache, problem }: Answer,
  { document, recognised }: Extract<Read, { kind: "topic" }>,
  fragment: string | undefined,
): Topic {
  return {
    askedHref: start,
    href,
    document,
    recognised,
    cache,
    fetchedAt: stored.fetchedAt,
    checkedAt: stored.checkedAt,
    problem,
    fragment,
    notes: href === start ? [] : [`The page was read at ${href}.`],
  };
}

/** Failures that say nothing about the page: an older copy is better than none. */
const PASSING: ReadonlySet<string> = new Set([
  "network",
  "tls",
  "proxy",
  "timeout",
  "throttled",
  "server_error",
]);

type Read =
  | { readonly kind: "moved"; readonly target: { readonly raw: string; readonly base: string } }
  | { readonly kind: "unreadable"; readonly error: DocsError }
  | { readonly kind: "topic"; readonly document: PageDocument; readonly recognised: boolean };

function readAnswer(stored: StoredAnswer): Read {
  if (stored.location !== undefined)
    return { kind: "moved", target: { raw: stored.location, base: stored.url } };
  const kind = textKind(stored);
  if (kind === undefined) return unreadable("not_a_topic");
  if (kind === "md") {
    const document = readMarkdown(stored.text, stored.url);
    return document ? { kind: "topic", document, recognised: true } : unreadable("not_a_topic");
  }
  const page = readHtml(stored.text, stored.url);
  switch (page.kind) {
    case "topic":
      return page;
    case "refresh":
      return { kind: "moved", target: { raw: page.target, base: stored.url } };
    case "gone":
      return { kind: "unreadable", error: goneError(stored.url) };
    case "too_complex":
      return unreadable("too_large");
    case "not_a_topic":
      return unreadable("not_a_topic");
  }
}

/** What a text is, by its type, or by its look where a plain file server stands in for the site. */
function textKind({ contentType, text }: StoredAnswer): "html" | "md" | undefined {
  const type = contentType.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  if (type === "text/html" || type === "application/xhtml+xml") return "html";
  if (type === "text/markdown" || type === "text/x-markdown") return "md";
  if (type === "text/plain" || type === "application/octet-stream" || type === "")
    return /^\s*<(?:!doctype|html|head|body|\?xml)/i.test(text.slice(0, 1000)) ? "html" : "md";
  return undefined;
}

function unreadable(code: "not_a_topic" | "too_large"): Read {
  const message =
    code === "too_large"
      ? "The page is nested or filled like no documentation page: it was not read."
      : "This address answers with something else than a documentation page. Give the address of a topic, as in https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html.";
  return { kind: "unreadable", error: new DocsError(code, message) };
}

/** The checked address of the next hop. A topic that is sent to a landing page has been retired. */
function follow({ raw, base }: { raw: string; base: string }, start: string) {
  let absolute: string;
  try {
    absolute = new URL(raw, base).href;
  } catch {
    throw new DocsError("refused", "The page redirects to something that is no address.");
  }
  const verdict = checkUrl(absolute);
  if (!verdict.ok)
    throw new DocsError(
      "refused",
      `The page redirects to an address that is not followed. ${verdict.message}`,
    );
  if (isLandingPage(verdict.address.href) && !isLandingPage(start))
    throw new DocsError(
      "gone",
      `This topic is gone: the site sends its readers to a landing page. ${findInstead(start)}`,
    );
  return verdict.address;
}

function goneError(href: string): DocsError {
  return new DocsError("gone", `There is no page at this address (any more). ${findInstead(href)}`);
}

/** Guides list their pages in an `llms.txt`: the surest way to a topic that was renamed. */
function findInstead(href: string): string {
  const folder = href.slice(0, href.lastIndexOf("/") + 1);
  return `Look for its new name in ${folder}llms.txt, or search the facts for another source; names of pages are case-sensitive.`;
}

function offlineError(): DocsError {
  return new DocsError(
    "offline",
    "IAM_PITFALLS_OFFLINE is set, and this page has no stored copy. Unset it to fetch the page.",
  );
}

function toPhysical(href: string, mirror: string | undefined): string {
  return mirror === undefined ? href : `${mirror}/${href.slice("https://".length)}`;
}

/** An address of the mirror as the address of the site that it stands for; any other as it is. */
function toLogical(location: string, href: string, mirror: string | undefined): string {
  if (mirror === undefined) return location;
  try {
    const physical = new URL(location, toPhysical(href, mirror)).href;
    if (!physical.startsWith(`${mirror}/`)) return location;
    const logical = `https://${physical.slice(mirror.length + 1)}`;
    return checkUrl(logical).ok ? logical : location;
  } catch {
    return location;
  }
}

function validators(stored: StoredAnswer): Record<string, string> {
  return {
    ...(stored.etag === undefined ? {} : { "if-none-match": stored.etag }),
    ...(stored.lastModified === undefined ? {} : { "if-modified-since": stored.lastModified }),
  };
}

function toStored(href: string, answer: HttpAnswer, time: string, mirror: string | undefined): StoredAnswer {
  const common = { url: href, contentType: answer.contentType, fetchedAt: time, checkedAt: time };
  if (answer.status === 200)
    return { ...common, etag: answer.etag, lastModified: answer.lastModified, text: answer.text };
  if (answer.location === undefined)
    throw new DocsError(
      "server_error",
      `The documentation site answered with status ${answer.status} and no address: try again later.`,
    );
  return { ...common, location: toLogical(answer.location, href, mirror), text: "" };
}

function age(stored: StoredAnswer, now: Date): number {
  const ms = now.getTime() - Date.parse(stored.checkedAt);
  // A copy from the future is the work of a wrong clock: it must not stay fresh until then.
  return ms < 0 ? Number.POSITIVE_INFINITY : ms;
}
