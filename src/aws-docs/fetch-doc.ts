import { createHash } from "node:crypto";
import { DocsError } from "./docs-error.ts";
import type { PageDocument } from "./page/document.ts";
import { findPassages, type PassageMatch } from "./page/find-passages.ts";
import { takePart } from "./page/parts.ts";
import { joinUnits, renderUnits, type Unit } from "./page/render-units.ts";
import { findSection, listSections, nearSections, type Section } from "./page/sections.ts";
import type { CacheState, Site, Topic } from "./site.ts";
import { checkUrl, type DocAddress } from "./url-policy.ts";

export interface FetchRequest {
  readonly url: string;
  /** Heading or anchor; wins over a fragment in `url`. */
  readonly section?: string | undefined;
  /** Words to look for: only the passages that hold them are returned, each below its heading. */
  readonly find?: string | undefined;
  /** `nextCursor` of the part before; `url`, `section` and `find` must be the same again. */
  readonly cursor?: string | undefined;
  /** Length of `markdown`, 1,000 to 100,000 characters. */
  readonly maxChars?: number | undefined;
  /** Asks the site even when a copy of today is at hand. */
  readonly fresh?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface SectionEntry {
  readonly title: string;
  /** Give it as `section`. */
  readonly anchor: string;
  readonly level: number;
  /** Length of its Markdown, its subsections included. */
  readonly chars: number;
}

export interface FetchedDoc {
  /** The page that was asked for, without query and fragment. */
  readonly url: string;
  /** Where it was found. */
  readonly finalUrl: string;
  readonly title: string;
  /** Title of the section shown; absent when the whole page is. */
  readonly section?: string;
  readonly sectionAnchor?: string;
  /**
   * The content, between two lines that name it as untrusted. The token in both is derived from the content, so
   * that no page can write the closing line itself.
   */
  readonly markdown: string;
  readonly contentTrust: "untrusted-page-content";
  readonly sections: readonly SectionEntry[];
  /** With `find`: what was found, the best first. */
  readonly matches?: readonly {
    readonly section: string;
    readonly anchor: string;
    readonly how: "phrase" | "words";
  }[];
  /** Length of the whole page or section in Markdown, and which part of it is shown. */
  readonly totalChars: number;
  readonly part?: { readonly from: number; readonly to: number };
  readonly nextCursor?: string;
  readonly rendition: "html" | "md";
  /** When the text was received, and when the site last confirmed it, ISO 8601. */
  readonly fetchedAt: string;
  readonly checkedAt: string;
  readonly cache: CacheState;
  /** What a reader should know: redirects, cuts, the age of a copy. */
  readonly notes: readonly string[];
}

const DEFAULT_CHARS = 12_000;
const MIN_CHARS = 1_000;
const MAX_CHARS = 100_000;
/** A whole answer as JSON, unless the caller asked for more. */
const ANSWER_CHARS = 19_000;
const TOC_CHARS = 4_000;
const MAX_MATCHES = 40;

export async function fetchDoc(site: Site, request: FetchRequest): Promise<FetchedDoc> {
  const verdict = checkUrl(request.url);
  if (!verdict.ok) throw new DocsError(verdict.code, verdict.message);
  const topic = await site.open(verdict.address.href, {
    freshness: request.fresh ? "ask" : "cached",
    signal: request.signal,
  });
  const scope = chooseScope(topic, request, verdict.address);
  const content = chooseContent(scope, request);
  const frame = {
    topic,
    scope,
    content,
    request,
    address: verdict.address,
    toc: tableOfContents(topic.document),
  };
  const asked = Math.min(Math.max(request.maxChars ?? DEFAULT_CHARS, MIN_CHARS), MAX_CHARS);
  let doc = compose(frame, asked);
  // JSON escapes quotes and line ends: a page full of policies grows by a third on its way to the client.
  for (let chars = asked; request.maxChars === undefined && chars > MIN_CHARS; chars *= 0.8) {
    if (JSON.stringify(doc).length <= ANSWER_CHARS) break;
    doc = compose(frame, Math.floor(chars * 0.8));
  }
  return doc;
}

interface Scope {
  readonly section: Section | undefined;
  readonly document: PageDocument;
  readonly notes: readonly string[];
}

/** The section that was asked for. One that is named must exist; a fragment that does not costs only a note. */
function chooseScope(topic: Topic, request: FetchRequest, address: DocAddress): Scope {
  const { document } = topic;
  const named = request.section?.trim();
  if (named) {
    const found = findSection(document, named);
    if (!found) throw new DocsError("section_not_found", noSection(document));
    return { document, section: unlessWhole(found.section), notes: [] };
  }
  const fragment = address.fragment ?? topic.fragment;
  if (!fragment) return { document, section: undefined, notes: [] };
  const found = findSection(document, fragment);
  if (!found)
    return {
      document,
      section: undefined,
      notes: ["The page has no section with the URL's fragment: the whole page is shown."],
    };
  return { document, section: unlessWhole(found.section), notes: [] };

  function noSection(page: PageDocument): string {
    const near = nearSections(page, named ?? "", 8).map(({ anchor }) => anchor);
    // Anchors are text of the page: only what looks like an id is repeated.
    const safe = near.filter((anchor) => /^[\w.:-]{1,100}$/.test(anchor));
    const list = safe.length === 0 ? "" : ` Nearest anchors: ${safe.join(", ")}.`;
    return `The page has no such section.${list} Ask without section for the table of contents, or use find.`;
  }
}

/** The section of the page's own title is the page. */
function unlessWhole(section: Section): Section | undefined {
  return section.level === 1 ? undefined : section;
}

interface Content {
  readonly units: readonly Unit[];
  readonly totalChars: number;
  /** Ties a cursor to what it was made for. */
  readonly key: string;
  readonly matches: readonly PassageMatch[] | undefined;
}

function chooseContent({ section, document }: Scope, request: FetchRequest): Content {
  const blocks = section?.blocks ?? document.blocks;
  const find = request.find?.trim();
  const content = (units: readonly Unit[], matches?: readonly PassageMatch[]) => ({
    units,
    totalChars: joinUnits(units).length,
    key: cursorKey(units, section, request),
    matches,
  });
  if (!find) return content(renderUnits(blocks));
  const outer = { title: section?.title ?? document.title, anchor: section?.anchor ?? "" };
  const matches = findPassages(blocks, find, outer).slice(0, MAX_MATCHES);
  return content(matches.flatMap(matchUnits), matches);
}

function matchUnits({ passage }: PassageMatch): Unit[] {
  const { title, anchor } = passage.section;
  const where = anchor === "" ? title : `${title} (#${anchor})`;
  return [
    { text: `#### ${where}`, gap: "\n\n", frame: undefined },
    { text: passage.md, gap: "\n\n", frame: undefined },
  ];
}

interface Composition {
  readonly topic: Topic;
  readonly scope: Scope;
  readonly content: Content;
  readonly request: FetchRequest;
  readonly address: DocAddress;
  readonly toc: ReturnType<typeof tableOfContents>;
}

function compose({ topic, scope, content, request, address, toc }: Composition, chars: number): FetchedDoc {
  const { units, matches, key, totalChars } = content;
  const { section } = scope;
  const start = request.cursor === undefined ? 0 : readCursor(request.cursor, key, units.length);
  const part = takePart(units, start, chars);
  const from = joinUnits(units, 0, start).length;
  const cut = start > 0 || part.next !== undefined;
  const notes = [...address.notes, ...topic.notes, ...scope.notes, ...copyNotes(topic), ...toc.notes];
  if (matches?.length === 0)
    notes.push("Nothing on the page matches `find`: try fewer or other words, or read the sections.");
  if (part.next !== undefined)
    notes.push("More follows: ask again with cursor = nextCursor, or name a section.");
  return {
    url: topic.askedHref,
    finalUrl: topic.href,
    title: topic.document.title,
    ...(section ? { section: section.title, sectionAnchor: section.anchor } : {}),
    markdown: fence(part.markdown, topic.href),
    contentTrust: "untrusted-page-content",
    sections: toc.entries,
    ...(matches ? { matches: matches.map(toMatch) } : {}),
    totalChars,
    ...(cut ? { part: { from, to: from + part.markdown.length } } : {}),
    ...(part.next === undefined ? {} : { nextCursor: `${part.next.toString(36)}-${key}` }),
    rendition: topic.document.rendition,
    fetchedAt: topic.fetchedAt,
    checkedAt: topic.checkedAt,
    cache: topic.cache,
    notes,
  };
}

function toMatch({ passage, how }: PassageMatch) {
  return { section: passage.section.title, anchor: passage.section.anchor, how };
}

/** Names the text as what it is: words of somebody else, in which no instruction counts. */
function fence(markdown: string, href: string): string {
  const token = digest(markdown).slice(0, 12);
  return [
    `<untrusted-page-content id="${token}" source="${href}">`,
    markdown,
    `</untrusted-page-content id="${token}">`,
  ].join("\n");
}

function copyNotes({ problem, checkedAt }: Topic): string[] {
  if (!problem) return [];
  const why = problem.code === "offline" ? "Offline" : `The site could not be asked (${problem.code})`;
  return [
    `${why}: this is the stored copy of ${checkedAt.slice(0, 10)}. ${problem.code === "offline" ? "" : problem.message}`.trim(),
  ];
}

/** Fits the table of contents into its share of the answer: deep levels go first. */
function tableOfContents(document: PageDocument): {
  entries: readonly SectionEntry[];
  notes: readonly string[];
} {
  const all = listSections(document)
    .filter(({ level }) => level > 1)
    .map(({ title, anchor, level, blocks }) => ({
      title: title.slice(0, 120),
      anchor,
      level,
      chars: joinUnits(renderUnits(blocks)).length,
    }));
  let entries: readonly SectionEntry[] = all;
  for (const level of [5, 4, 3, 2]) {
    if (JSON.stringify(entries).length <= TOC_CHARS) break;
    entries = all.filter((entry) => entry.level <= level);
  }
  while (entries.length > 1 && JSON.stringify(entries).length > TOC_CHARS)
    entries = entries.slice(0, Math.ceil(entries.length * 0.8));
  const left = all.length - entries.length;
  return { entries, notes: left > 0 ? [`${left} more sections are not listed: find reaches them too.`] : [] };
}

function cursorKey(units: readonly Unit[], section: Section | undefined, request: FetchRequest): string {
  const text = units.map((unit) => unit.text).join("\n");
  return digest(`${section?.anchor ?? ""}\n${request.find ?? ""}\n${text}`).slice(0, 10);
}

function readCursor(cursor: string, key: string, length: number): number {
  const match = /^([0-9a-z]{1,8})-([0-9a-f]{10})$/.exec(cursor);
  const start = Number.parseInt(match?.[1] ?? "", 36);
  if (!match || match[2] !== key || !(start < length))
    throw new DocsError(
      "bad_cursor",
      "The cursor does not belong to this page, section and find, or the page has changed since: ask again without cursor.",
    );
  return start;
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
