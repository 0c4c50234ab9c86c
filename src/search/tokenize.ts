import { stem } from "./stem.ts";
import { isStopWord } from "./stop-words.ts";
import { synonyms } from "./synonyms.ts";

/** Longer queries are cut: what matters of a pasted log stands in its first thousands of characters. */
export const MAX_TEXT = 20_000;

/** Longer words are keys, hashes and tokens: nobody searches by them. */
const MAX_WORD = 60;

const WORD = /[\p{L}\p{N}]+/gu;

/**
 * The tokens of a text: stems of its words without stop words; the parts of an identifier beside the whole
 * (`GetSessionToken` gives getsessiontoken, get, session, token); pairs of neighbours; and for every phrase that has a synonym one
 * more token, the same for all that mean it. `respell` may replace a word before it is read.
 */
export function tokenize(text: string, respell: (word: string) => string = same): string[] {
  const stems: string[] = [];
  const tokens: string[] = [];
  let previous = "";
  for (const [raw] of replaceThousands(text.slice(0, MAX_TEXT)).matchAll(WORD)) {
    if (raw.length > MAX_WORD) continue;
    const parts = splitCamelCase(raw);
    if (parts.length > 1) tokens.push(raw.toLowerCase());
    for (const part of parts) {
      const word = respell(part.toLowerCase());
      const root = stem(word);
      stems.push(root);
      if (!isStopWord(word)) {
        tokens.push(root);
        if (previous !== "") tokens.push(pairOf(previous, root));
        previous = root;
      }
      tokens.push(...meanings(stems));
    }
  }
  return tokens;
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

/** The lower-case words of a text, as they are written. */
export function wordsOf(text: string): string[] {
  return [...text.slice(0, MAX_TEXT).matchAll(WORD)].flatMap(([raw]) =>
    raw.length > MAX_WORD ? [] : splitCamelCase(raw).map((part) => part.toLowerCase()),
  );
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

/** `6,144` -> `6144`, so that a figure is one token however it is written. */
function replaceThousands(text: string): string {
  return text.replace(/(\d)[,_](?=\d{3}\b)/g, "$1");
}

/** `AssumeRoleWithSAML` -> Assume, Role, With, SAML; `s3` and `oauth2` stay whole. */
function splitCamelCase(word: string): string[] {
  return word.split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})/);
}
