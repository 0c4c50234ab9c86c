import type { Block, PageDocument } from "../page/document.ts";
import { listPassages, type Passage } from "../page/passages.ts";
import {
  type FoundSection,
  findByAnchor,
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
  /** Terms that the named section lacks, and that stand on the page apart from the others. */
  readonly scattered: readonly string[];
  /** Where the terms were found, or where they should have been; undefined for the page as a whole. */
  readonly section: Section | undefined;
  /** The section that the fact names is on the page. */
  readonly located: boolean;
  /** The evidence stands, though not where the fact says. */
  readonly moved: boolean;
  /** The section that the fact names has other words than when it was recorded. */
  readonly changed: boolean;
  /** Fingerprint of the named section, of the page when it names none or lacks it. */
  readonly hash: string;
  readonly passage: string;
  /** `:~:text=…` for a link that a browser opens at the passage; empty without one. */
  readonly textFragment: string;
}

/** Reads the evidence off a page. Pure, the same for both renditions. */
export function judgePage(document: PageDocument, evidence: Evidence): Judgement {
  const named = locate(document, evidence);
  const home = named?.section ?? wholePage(document);
  const { section, moved, scattered } = findEvidence(document, evidence, named);
  const { found, missing } = test(section, evidence);
  const hash = hashTokens(tokensOf(home.blocks).exact);
  const passages = choosePassages(section, evidence.mustMention);
  return {
    found,
    missing,
    refuting: test(home, evidence).refuting,
    scattered,
    section: section.level === WHOLE ? undefined : section,
    located: named !== undefined,
    moved,
    changed: evidence.hash !== undefined && evidence.hash !== hash,
    hash,
    passage: quote(passages, evidence.mustMention),
    textFragment: textFragment(passages),
  };
}

interface Place {
  readonly section: Section;
  readonly moved: boolean;
  readonly scattered: readonly string[];
}

/**
 * Where the terms stand together: in the named section, in the one around it, in another one, or at least on
 * the page. A term that is not together with the others counts only when it could hardly stand there by chance.
 */
function findEvidence(document: PageDocument, evidence: Evidence, named: FoundSection | undefined): Place {
  const isWhole = (section: Section) => test(section, evidence).missing.length === 0;
  const near = named ? [named.section, ...wider(document, named, evidence)].find(isWhole) : undefined;
  if (near) return { section: near, moved: false, scattered: [] };
  const moved = wasNamed(evidence);
  const elsewhere = findElsewhere(document, isWhole);
  if (elsewhere) return { section: elsewhere, moved, scattered: [] };
  const page = wholePage(document);
  if (!named) return { section: page, moved: moved && isWhole(page), scattered: [] };
  const { missing } = test(named.section, evidence);
  const scattered = test(page, { mustMention: missing }).found;
  if (scattered.length === missing.length && missing.every(isTelling))
    return { section: page, moved, scattered };
  return { section: named.section, moved: false, scattered };
}

/** More than one word, or an identifier: "20" and "Action" stand on any page. */
function isTelling(term: string): boolean {
  const words = tokenizeTerm(term).filter((token) => /[\p{L}\p{N}]/u.test(token));
  return words.length > 1 || words.some((word) => word.length >= 10);
}

const WHOLE = 0;
const MAX_QUOTE_CHARS = 600;
const MAX_PASSAGES = 4;
const MAX_FRAGMENT_WORDS = 8;

function wholePage(document: PageDocument): Section {
  return { title: document.title, anchor: "", level: WHOLE, blocks: document.blocks };
}

function wasNamed({ section, anchor }: Pick<Evidence, "section" | "anchor">): boolean {
  return section !== undefined || anchor !== undefined;
}

function locate(document: PageDocument, { anchor, section }: Evidence): FoundSection | undefined {
  const byAnchor = anchor === undefined ? undefined : findByAnchor(document, anchor);
  const byName = byAnchor ?? (section === undefined ? undefined : findSection(document, section));
  // A heading that only holds the name may be another one: no place to look for every term.
  return byName?.by === "partial" ? undefined : byName;
}

/** After the named place itself: the section by its heading, and the one around an entry, row or item. */
function wider(document: PageDocument, named: FoundSection, { section }: Evidence): Section[] {
  const bySection = section === undefined ? undefined : findSection(document, section)?.section;
  return [bySection, named.around].filter(
    (other): other is Section => other !== undefined && other !== named.section && other.level !== 1,
  );
}

/** The smallest section anywhere on the page that holds every term. */
function findElsewhere(document: PageDocument, isWhole: (section: Section) => boolean): Section | undefined {
  return listSections(document)
    .filter(({ level }) => level > 1)
    .filter(isWhole)
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

/** Tokens are made once per run of blocks and once per passage, however many terms and sections look at them. */
const ofBlocks = new WeakMap<readonly Block[], TokenText>();
const ofPassages = new WeakMap<Passage, readonly string[]>();
const passagesOf = new WeakMap<readonly Block[], readonly Passage[]>();

function tokensOf(blocks: readonly Block[]): TokenText {
  let tokens = ofBlocks.get(blocks);
  if (!tokens) {
    tokens = tokenText(listed(blocks).flatMap((passage) => [...passageTokens(passage), BORDER]));
    ofBlocks.set(blocks, tokens);
  }
  return tokens;
}

function listed(blocks: readonly Block[]): readonly Passage[] {
  let passages = passagesOf.get(blocks);
  if (!passages) {
    passages = listPassages(blocks);
    passagesOf.set(blocks, passages);
  }
  return passages;
}

function passageTokens(passage: Passage): readonly string[] {
  let tokens = ofPassages.get(passage);
  if (!tokens) {
    tokens = tokenize(passage.plain);
    ofPassages.set(passage, tokens);
  }
  return tokens;
}

interface Candidate {
  readonly index: number;
  readonly passage: Passage;
  readonly holds: readonly string[];
}

/** The fewest passages that hold the terms together, in the page's order; some of them when a term is missing. */
function choosePassages(section: Section, terms: readonly string[]): readonly Passage[] {
  const wanted = terms.map((term) => ({ term, tokens: tokenizeTerm(term) }));
  const candidates: Candidate[] = [];
  for (const [index, passage] of listed(section.blocks).entries()) {
    const tokens = tokenText(passageTokens(passage));
    const holds = wanted.filter((each) => mentions(tokens, each.tokens)).map(({ term }) => term);
    if (holds.length > 0) candidates.push({ index, passage, holds });
  }
  const open = new Set(candidates.flatMap(({ holds }) => holds));
  const gain = ({ holds }: Candidate) => holds.filter((term) => open.has(term)).length;
  const chosen: Candidate[] = [];
  while (open.size > 0 && chosen.length < MAX_PASSAGES) {
    const [first, ...others] = candidates;
    if (!first) break;
    const best = others.reduce((top, each) => (gain(each) > gain(top) ? each : top), first);
    chosen.push(best);
    for (const term of best.holds) open.delete(term);
  }
  return chosen.sort((a, b) => a.index - b.index).map(({ passage }) => passage);
}

function quote(passages: readonly Passage[], terms: readonly string[]): string {
  const share = Math.floor(MAX_QUOTE_CHARS / Math.max(1, passages.length));
  return passages.map((passage) => shorten(passage.quote, terms, share)).join(" […] ");
}

/** The first words of a passage as a browser looks for them on the page. */
function textFragment([first]: readonly Passage[]): string {
  const [line = ""] = (first?.plain ?? "").split("\n", 1);
  const words = line.split(" ", MAX_FRAGMENT_WORDS).join(" ");
  return words === "" ? "" : `:~:text=${encodeURIComponent(words).replaceAll("-", "%2D")}`;
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
