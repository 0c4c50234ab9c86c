import type { Block, PageDocument } from "../page/document.ts";
import { listPassages, type Passage } from "../page/passages.ts";
import {
  type FoundSection,
  findByAnchor,
  findByTitle,
  findSection,
  listSections,
  type Section,
} from "../page/sections.ts";
import {
  BORDER,
  hashTokens,
  mentions,
  type TokenText,
  tokenize,
  tokenizeTerm,
  tokenText,
} from "../page/tokens.ts";

/** What a fact says of one of its sources. */
export interface Evidence {
  readonly section?: string | undefined;
  readonly anchor?: string | undefined;
  readonly mustMention: readonly string[];
  readonly absent?: readonly string[] | undefined;
  readonly hash?: string | undefined;
}

/** What one rendition of a page says about the evidence. */
export interface Judgement {
  readonly found: readonly string[];
  readonly missing: readonly string[];
  readonly refuting: readonly string[];
  /** Where the terms were found, or where they should have been; undefined for the page as a whole. */
  readonly section: Section | undefined;
  /** The section that the fact names is on the page. */
  readonly located: boolean;
  /** The evidence stands, though not where the fact says. */
  readonly moved: boolean;
  /** The section that the fact names has other words than when it was recorded. */
  readonly changed: boolean;
  readonly hash: string;
  readonly passage: string;
}

/** Reads the evidence off a page. Pure, the same for both renditions. */
export function judgePage(document: PageDocument, evidence: Evidence): Judgement {
  const named = locate(document, evidence);
  const home = named?.section ?? wholePage(document);
  const scopes = [home, ...(named ? wider(document, named, evidence) : [])];
  const [first] = scopes.map((section) => test(section, evidence));
  const hit = scopes.find((section) => test(section, evidence).missing.length === 0);
  const elsewhere = hit && named ? undefined : findElsewhere(document, evidence);
  const section = (named ? hit : undefined) ?? elsewhere ?? home;
  const result = hit || elsewhere ? test(section, evidence) : first;
  const hash = hashTokens(tokensOf(home.blocks).exact);
  return {
    found: result?.found ?? [],
    missing: result?.missing ?? evidence.mustMention,
    refuting: test(home, evidence).refuting,
    section: section.level === WHOLE ? undefined : section,
    located: named !== undefined,
    moved: wasNamed(evidence) && (named ? elsewhere : hit) !== undefined,
    changed: evidence.hash !== undefined && evidence.hash !== hash,
    hash,
    passage: quote(section, evidence.mustMention),
  };
}

/** Fingerprint of the section that a fact names, for its record; undefined when the page lacks the section. */
export function sectionHash(
  document: PageDocument,
  where: Pick<Evidence, "section" | "anchor">,
): string | undefined {
  const named = locate(document, { ...where, mustMention: [] });
  if (!named && wasNamed(where)) return undefined;
  return hashTokens(tokensOf((named?.section ?? wholePage(document)).blocks).exact);
}

const WHOLE = 0;
const MAX_QUOTE_CHARS = 600;

function wholePage(document: PageDocument): Section {
  return { title: document.title, anchor: "", level: WHOLE, blocks: document.blocks };
}

function wasNamed({ section, anchor }: Pick<Evidence, "section" | "anchor">): boolean {
  return section !== undefined || anchor !== undefined;
}

function locate(document: PageDocument, { anchor, section }: Evidence): FoundSection | undefined {
  const byAnchor = anchor === undefined ? undefined : findByAnchor(document, anchor);
  return byAnchor ?? (section === undefined ? undefined : findSection(document, section));
}

/** After the named place itself: the section by its heading, and the one around an entry, row or item. */
function wider(document: PageDocument, named: FoundSection, { section }: Evidence): Section[] {
  const byTitle = section === undefined ? undefined : findByTitle(document, section)?.section;
  return [byTitle, named.around].filter(
    (other): other is Section => other !== undefined && other !== named.section && other.level !== 1,
  );
}

/** The smallest section anywhere on the page that holds every term. */
function findElsewhere(document: PageDocument, evidence: Evidence): Section | undefined {
  return listSections(document)
    .filter(({ level }) => level > 1)
    .filter((section) => test(section, evidence).missing.length === 0)
    .sort((a, b) => tokensOf(a.blocks).exact.length - tokensOf(b.blocks).exact.length)[0];
}

interface TestResult {
  readonly found: readonly string[];
  readonly missing: readonly string[];
  readonly refuting: readonly string[];
}

function test(section: Section, { mustMention, absent = [] }: Evidence): TestResult {
  const tokens = tokensOf(section.blocks);
  const stands = (term: string) => mentions(tokens, tokenizeTerm(term));
  return {
    found: mustMention.filter(stands),
    missing: mustMention.filter((term) => !stands(term)),
    refuting: absent.filter(stands),
  };
}

const known = new WeakMap<readonly Block[], TokenText>();

function tokensOf(blocks: readonly Block[]): TokenText {
  let tokens = known.get(blocks);
  if (!tokens) {
    tokens = tokenText(listPassages(blocks).flatMap(({ plain }) => [...tokenize(plain), BORDER]));
    known.set(blocks, tokens);
  }
  return tokens;
}

/** The fewest passages that hold the terms together, else those that come nearest, in the page's order. */
function quote(section: Section, terms: readonly string[]): string {
  const passages = listPassages(section.blocks).map((passage, index) => ({
    passage,
    index,
    holds: held(passage, terms),
  }));
  const open = new Set(passages.flatMap(({ holds }) => holds));
  const chosen = new Map<number, Passage>();
  while (open.size > 0) {
    const best = passages.reduce<{ index: number; passage: Passage; gain: number } | undefined>(
      (top, each) => {
        const gain = each.holds.filter((term) => open.has(term)).length;
        return gain > (top?.gain ?? 0) ? { ...each, gain } : top;
      },
      undefined,
    );
    if (!best) break;
    chosen.set(best.index, best.passage);
    for (const term of passages[best.index]?.holds ?? []) open.delete(term);
  }
  const texts = [...chosen]
    .sort(([a], [b]) => a - b)
    .map(([, passage]) => passage.md.replaceAll("<br>", " "));
  const share = Math.floor(MAX_QUOTE_CHARS / Math.max(1, Math.min(texts.length, 4)));
  return texts
    .slice(0, 4)
    .map((text) => shorten(text, terms, share))
    .join(" […] ");
}

function held({ plain }: Passage, terms: readonly string[]): string[] {
  const tokens = tokenText(tokenize(plain));
  return terms.filter((term) => mentions(tokens, tokenizeTerm(term)));
}

/** A window of `max` characters around the first term that can be seen in the text as it is written. */
function shorten(text: string, terms: readonly string[], max: number): string {
  if (text.length <= max) return text;
  const lower = text.toLowerCase();
  const places = terms.map((term) => lower.indexOf(term.toLowerCase())).filter((at) => at >= 0);
  const at = places.length === 0 ? 0 : Math.min(...places);
  const from = Math.max(0, Math.min(at - Math.floor(max / 4), text.length - max));
  const start = from === 0 ? 0 : text.indexOf(" ", from) + 1;
  const end = start + max >= text.length ? text.length : text.lastIndexOf(" ", start + max);
  const cut = text.slice(start, end > start ? end : start + max).trim();
  return `${start > 0 ? "… " : ""}${cut}${end < text.length ? " …" : ""}`;
}
