import { stem } from "./stem.ts";
import { isStopWord } from "./stop-words.ts";
import { synonyms } from "./synonyms.ts";

/** Longer queries are cut: what matters of a pasted log stands in its first thousands of characters. */
export const MAX_TEXT = 20_000;

/** Longer words are keys, hashes and tokens: nobody searches by them. */
const MAX_WORD = 60;

const WORD = /[\p{L}\p{N}]+/gu;

/** `put-role-policy`, `--duration-seconds`, `create_policy_version`: as the command line and Python write API names. */
const JOINED_WORD = /[\p{L}\p{N}]+(?:[-_][\p{L}\p{N}]+)+/gu;

/** A text as the search reads it. */
export interface TextRead {
  /**
   * Stems of its words without stop words; the parts of an identifier beside the whole (`GetSessionToken` gives
   * getsessiontoken, get, session, token); pairs of neighbours; and for every phrase that has a synonym one more token, the same
   * for all that mean it.
   */
  readonly tokens: readonly string[];
  /** Its words in lower case, stop words too. */
  readonly words: readonly string[];
  /** Words joined by hyphens or underscores as one token: the command `get-session-token` is the operation. */
  readonly joined: readonly string[];
}

/**
 * Gives the word to read in place of one; `pairWith` says how the word before it would pair with the root of another,
 * undefined where none is before it.
 */
export type Respell = (word: string, pairWith: (root: string) => string | undefined) => string;

/** `respell` may replace a word before it becomes a token. */
export function readText(text: string, respell: Respell = same): TextRead {
  const words: string[] = [];
  const tokens: string[] = [];
  const tokenizer = new Tokenizer();
  for (const raw of replaceThousands(withoutIds(text.slice(0, MAX_TEXT))).match(WORD) ?? []) {
    if (raw.length > MAX_WORD) continue;
    const parts = partsOf(raw);
    if (parts.length > 1) tokens.push(raw.toLowerCase());
    for (const part of parts) {
      const word = respell(part, (root) => tokenizer.pairWith(root));
      words.push(word);
      tokens.push(...tokenizer.tokensOf(word));
    }
  }
  return { tokens, words, joined: joinedWords(text) };
}

/** Gives the tokens of one word of a text after the other. */
class Tokenizer {
  readonly #stems: string[] = [];
  #previous = "";

  tokensOf(word: string): readonly string[] {
    const root = stem(word);
    this.#stems.push(root);
    const synonyms = synonymEnds.has(root) ? meanings(this.#stems) : [];
    if (isStopWord(word)) return synonyms;
    const pair = this.pairWith(root);
    this.#previous = root;
    return pair === undefined ? [root, ...synonyms] : [root, pair, ...synonyms];
  }

  /** The pair that a root makes with the word before it. */
  pairWith(root: string): string | undefined {
    return this.#previous === "" ? undefined : pairOf(this.#previous, root);
  }
}

function joinedWords(text: string): string[] {
  const found = text.slice(0, MAX_TEXT).match(JOINED_WORD) ?? [];
  return found
    .filter(({ length }) => length <= MAX_WORD)
    .map((word) => word.replace(/[-_]/g, "").toLowerCase());
}

/** Two words side by side say more than the same two apart; no word has this sign. */
function pairOf(first: string, second: string): string {
  return `${first}+${second}`;
}

/** How much a token counts beside a plain word: pairs repeat their words, and synonyms are vague. */
export function tokenWeight(token: string): number {
  if (token.startsWith("=")) return 0.5;
  return token.includes("+") ? 0.4 : 1;
}

export function isPair(token: string): boolean {
  return token.includes("+");
}

function same(word: string): string {
  return word;
}

/** The synonyms that end with the last stem: phrases may hold stop words ("how many"). */
function meanings(stems: readonly string[]): string[] {
  const found: string[] = [];
  for (let length = 1; length <= Math.min(LONGEST_SYNONYM, stems.length); length += 1) {
    const meaning = synonyms.get(stems.slice(-length).join(" "));
    if (meaning !== undefined) found.push(meaning);
  }
  return found;
}

const LONGEST_SYNONYM = 3;

const synonymEnds: ReadonlySet<string> = new Set(
  [...synonyms.keys()].map((phrase) => phrase.slice(phrase.lastIndexOf(" ") + 1)),
);

/** `6,144` -> `6144`, so that a figure is one token however it is written. */
function replaceThousands(text: string): string {
  return text.replace(/(\d)[,_](?=\d{3}\b)/g, "$1");
}

const TIMESTAMP = /\b\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:\.\d{1,9})?Z?/g;
const UUID = /\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b/gi;
const ACCOUNT = /\b\d{12}\b/g;
const UNIQUE_ID = /\b(A[A-Z]{2}A)[A-Z\d]{12,28}\b/g;

/**
 * Pasted errors and events name a time, a request, an account: no two people ask about the same ones. Of an id of IAM
 * its prefix stays, which says what it is of (`AKIA`, `AROA`).
 */
function withoutIds(text: string): string {
  return text.replace(TIMESTAMP, " ").replace(UUID, " ").replace(ACCOUNT, " ").replace(UNIQUE_ID, "$1 ");
}

const INNER_CAPITAL = /[a-z0-9][A-Z]|[A-Z]{2}[a-z]{2}/;

/** `AssumeRoleWithSAML` -> assume, role, with, saml; `s3` and `oauth2` stay whole. */
function partsOf(word: string): readonly string[] {
  if (!INNER_CAPITAL.test(word)) return [word.toLowerCase()];
  return word.split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})/).map((part) => part.toLowerCase());
}
