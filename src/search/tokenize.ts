import { stem } from "./stem.ts";
import { stopWords } from "./stop-words.ts";
import { synonyms } from "./synonyms.ts";

/** Longer queries are cut: what matters of a pasted log stands in its first thousands of characters. */
export const MAX_TEXT = 20_000;

/** Longer words are keys, hashes and tokens: nobody searches by them. */
const MAX_WORD = 60;

const WORD = /[\p{L}\p{N}]+/gu;

/**
 * The tokens of a text: stems of its words without stop words; the parts of an identifier beside the whole
 * (`GetSessionToken` gives getsessiontoken, get, session, token); and for every phrase that has a synonym one
 * more token, the same for all that mean it.
 */
export function tokenize(text: string): string[] {
  const stems: string[] = [];
  const tokens: string[] = [];
  for (const [raw] of replaceThousands(text.slice(0, MAX_TEXT)).matchAll(WORD)) {
    if (raw.length > MAX_WORD) continue;
    const parts = splitCamelCase(raw);
    if (parts.length > 1) tokens.push(raw.toLowerCase());
    for (const part of parts) {
      const word = part.toLowerCase();
      const root = stem(word);
      stems.push(root);
      if (!stopWords.has(word)) tokens.push(root);
      tokens.push(...meanings(stems));
    }
  }
  return tokens;
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
