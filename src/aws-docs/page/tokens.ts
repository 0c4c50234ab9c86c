import { createHash } from "node:crypto";

/**
 * Words of a text in the form in which terms and pages are compared. The same on both sides, insensitive to
 * what a page's editors change without changing the meaning (quotes, dashes, white space, case, number words,
 * singular and plural of units), and exact in everything else: no stems, no synonyms, no edit distance, because a
 * fuzzy hit on a number is worse than a false alarm.
 */
export function tokenize(text: string): readonly string[] {
  const folded = text
    // Footnote marks go before NFKC would turn `setting²` into `setting2`.
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹†‡]/g, "")
    .normalize("NFKC")
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e0fff}]/gu, "")
    .replace(/[‘’‛′`´]/g, "'")
    .replace(/[“”„″]/g, '"')
    .replace(/[‐‑‒–—―−]/g, "-")
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, "")
    .toLowerCase();
  return Array.from(folded.matchAll(TOKEN), ([token]) => FOLDED.get(token) ?? token);
}

/** A term as it was written in a fact: Markdown marks, escapes and placeholders are not part of its words. */
export function tokenizeTerm(term: string): readonly string[] {
  return tokenize(
    term
      .replace(/\\([!-/:-@[-`{-~])/g, "$1")
      .replace(/\{\{([^{}]*)\}\}/g, "$1")
      .replace(/[`]|\*\*/g, ""),
  );
}

const TOKEN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}_]+|[^\s\p{L}\p{M}\p{N}_]/gu;

const NUMBERS = [
  ["zero", "0"],
  ["one", "1"],
  ["two", "2"],
  ["three", "3"],
  ["four", "4"],
  ["five", "5"],
  ["six", "6"],
  ["seven", "7"],
  ["eight", "8"],
  ["nine", "9"],
  ["ten", "10"],
  ["eleven", "11"],
  ["twelve", "12"],
  ["fifteen", "15"],
  ["twenty", "20"],
  ["thirty", "30"],
  ["sixty", "60"],
  ["ninety", "90"],
] as const;
const UNITS = ["second", "minute", "hour", "day", "week", "month", "year", "byte", "character", "time"];

const FOLDED: ReadonlyMap<string, string> = new Map([
  ...NUMBERS,
  ...UNITS.map((unit) => [`${unit}s`, unit] as const),
]);

/** Where a term stands among tokens. */
export interface TokenRun {
  readonly start: number;
  /** One past the last token. */
  readonly end: number;
}

/** The first place at which `term` stands as a contiguous run of whole tokens. */
export function findRun(tokens: readonly string[], term: readonly string[], from = 0): TokenRun | undefined {
  const [first] = term;
  if (first === undefined) return undefined;
  for (let start = tokens.indexOf(first, from); start !== -1; start = tokens.indexOf(first, start + 1)) {
    let length = 1;
    while (length < term.length && tokens[start + length] === term[length]) length += 1;
    if (length === term.length) return { start, end: start + length };
  }
  return undefined;
}

/**
 * True when the text mentions the term: as it stands, or with hyphens and apostrophes left out on both sides
 * ("one-hour" is "one hour"), except for terms such as `--profile`, whose hyphens are the point.
 */
export function mentions(tokens: TokenText, term: readonly string[]): boolean {
  if (findRun(tokens.exact, term)) return true;
  if (term[0] === "-") return false;
  return findRun(tokens.loose, dropHyphens(term)) !== undefined;
}

/** Tokens in both forms in which they are compared. */
export interface TokenText {
  readonly exact: readonly string[];
  readonly loose: readonly string[];
}

export function tokenText(exact: readonly string[]): TokenText {
  return { exact, loose: dropHyphens(exact) };
}

function dropHyphens(tokens: readonly string[]): readonly string[] {
  return tokens.filter((token) => token !== "-" && token !== "'");
}

/** Between passages: no term may match over the border. It cannot occur in a text. */
export const BORDER = "\u0000";

/**
 * Fingerprint of a section: 16 hex digits of SHA-256 over its tokens. The same for other markup, quotes, dashes,
 * spacing and case, another one for every other word. `t1` names this way of making tokens.
 */
export function hashTokens(tokens: readonly string[]): string {
  const words = tokens.filter((token) => token !== BORDER).join(" ");
  return `t1:${createHash("sha256").update(words).digest("hex").slice(0, 16)}`;
}
