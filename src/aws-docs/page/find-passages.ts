import type { Block } from "./document.ts";
import { listPassages, type Passage } from "./passages.ts";
import { findRun, tokenize, tokenizeTerm } from "./tokens.ts";

export interface PassageMatch {
  readonly passage: Passage;
  /** "phrase": the words stand together in this order; "words": all of them stand somewhere in it. */
  readonly how: "phrase" | "words";
}

/** Passages that hold the words of a query: those with the whole phrase first, each kind in the page's order. */
export function findPassages(
  blocks: readonly Block[],
  query: string,
  outer: Passage["section"],
): readonly PassageMatch[] {
  const phrase = tokenizeTerm(query);
  const words = [...new Set(phrase)].filter((token) => /[\p{L}\p{N}]/u.test(token));
  if (phrase.length === 0 || words.length === 0) return [];
  const phrases: PassageMatch[] = [];
  const loose: PassageMatch[] = [];
  for (const passage of listPassages(blocks, outer)) {
    const tokens = tokenize(passage.plain);
    if (findRun(tokens, phrase)) phrases.push({ passage, how: "phrase" });
    else if (words.every((word) => tokens.includes(word))) loose.push({ passage, how: "words" });
  }
  return [...phrases, ...loose];
}
