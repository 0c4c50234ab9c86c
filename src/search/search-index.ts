import { fields, passagesOf, type SearchDocument, textOf } from "./search-document.ts";
import { tokenize, tokenWeight, wordsOf } from "./tokenize.ts";
import type { WordVectors } from "./word-vectors.ts";

/** Everything that a search reads, flat, so that the build can write it and a start need not make it again. */
export interface SearchIndex {
  readonly ids: readonly string[];
  readonly topics: readonly string[];
  /** A token is its place here. */
  readonly tokens: readonly string[];
  /** The documents with token `t` stand in `documents` from `documentStart[t]` to `documentStart[t + 1]`. */
  readonly documentStart: Uint32Array;
  readonly documents: Uint32Array;
  /** Beside each entry of `documents`: the token's frequency over all fields, weighted and length-normalized. */
  readonly weights: Float32Array;
  /** Beside each entry of `documents`: one saturated frequency a field, 0..255. */
  readonly fieldParts: Uint8Array;
  /** The same for passages. */
  readonly passageStart: Uint32Array;
  readonly passages: Uint32Array;
  /** The passages of document `d` are the numbers from `firstPassage[d]` to `firstPassage[d + 1]`. */
  readonly firstPassage: Uint32Array;
  readonly passageNorms: Float32Array;
  /** The meaning of each passage; empty without word vectors. */
  readonly passageVectors: Int8Array;
  readonly documentVectors: Int8Array;
  /** The words that the speller may put in place of a misspelt one, and how many documents have each. */
  readonly words: readonly string[];
  readonly wordCounts: Uint32Array;
}

/** How much a word counts by where it stands, in the order of `fields`. */
const fieldWeights = [1, 0.5, 2.5, 2, 2, 1.2, 1.5, 1.5, 0.6];

/** BM25's length normalization; measured with `npm run bench:search`. */
const B = 0.4;

/** How telling a token is that `count` of `total` documents have. */
export function inverseFrequency(count: number, total: number): number {
  return Math.log(1 + (total - count + 0.5) / (count + 0.5));
}

export function buildIndex(documents: readonly SearchDocument[], vectors?: WordVectors): SearchIndex {
  const tokenNumbers = new Map<string, number>();
  const numberOf = (token: string): number => {
    const known = tokenNumbers.get(token);
    if (known !== undefined) return known;
    tokenNumbers.set(token, tokenNumbers.size);
    return tokenNumbers.size - 1;
  };
  const texts = documents.map((document) =>
    fields.map((field) => tokenize(textOf(document, field)).map(numberOf)),
  );
  const passages = documents.map((document) =>
    passagesOf(document).map((text) => [...new Set(tokenize(text).map(numberOf))]),
  );
  const tokens = [...tokenNumbers.keys()];
  const entries = fieldEntries(texts);
  const postings = invert(
    tokens.length,
    entries.map((list) => [...list.keys()]),
  );
  const flatPassages = passages.flat();
  const inverted = invert(tokens.length, flatPassages);
  const idf = tokenFrequencies(tokens, postings.start, documents.length);
  const wordSets = documents.map((document) => new Set(passagesOf(document).flatMap(wordsOf)));
  const wordCounts = countAll(wordSets);
  return {
    ids: documents.map(({ id }) => id),
    topics: documents.map(({ topic }) => topic),
    tokens,
    documentStart: postings.start,
    documents: postings.items,
    ...columns(postings, entries),
    passageStart: inverted.start,
    passages: inverted.items,
    firstPassage: offsets(passages.map((list) => list.length)),
    passageNorms: Float32Array.from(flatPassages, (list) =>
      Math.sqrt(list.reduce((sum, token) => sum + (idf[token] ?? 0) ** 2, 0)),
    ),
    passageVectors: meanings(documents.flatMap(passagesOf), vectors, wordCounts, documents.length),
    documentVectors: meanings(
      documents.map((document) => passagesOf(document).join("\n")),
      vectors,
      wordCounts,
      documents.length,
    ),
    words: [...wordCounts.keys()],
    wordCounts: Uint32Array.from(wordCounts.values()),
  };
}

/** What each token is worth; pairs of words and synonyms less than words. */
export function tokenFrequencies(
  tokens: readonly string[],
  start: Uint32Array,
  documents: number,
): Float32Array {
  return Float32Array.from(
    tokens,
    (token, at) => tokenWeight(token) * inverseFrequency((start[at + 1] ?? 0) - (start[at] ?? 0), documents),
  );
}

/** For each document: token -> its length-normalized frequency in each field. */
function fieldEntries(texts: readonly (readonly number[][])[]): Map<number, Float32Array>[] {
  const averages = fields.map((_, field) => {
    const sum = texts.reduce((total, text) => total + (text[field]?.length ?? 0), 0);
    return Math.max(1, sum / Math.max(1, texts.length));
  });
  return texts.map((text) => {
    const entry = new Map<number, Float32Array>();
    for (const [field, list] of text.entries()) {
      const part = 1 / (1 - B + (B * list.length) / (averages[field] ?? 1));
      for (const token of list) {
        const parts = entry.get(token) ?? new Float32Array(fields.length);
        parts[field] = (parts[field] ?? 0) + part;
        entry.set(token, parts);
      }
    }
    return entry;
  });
}

interface Inverted {
  readonly start: Uint32Array;
  readonly items: Uint32Array;
}

/** From "item -> its tokens" to "token -> its items", items in order. */
function invert(tokens: number, lists: readonly (readonly number[])[]): Inverted {
  const counts = new Uint32Array(tokens);
  for (const list of lists) for (const token of list) counts[token] = (counts[token] ?? 0) + 1;
  const start = offsets(counts);
  const next = start.slice();
  const items = new Uint32Array(start[tokens] ?? 0);
  for (const [item, list] of lists.entries())
    for (const token of list) {
      const at = next[token] ?? 0;
      items[at] = item;
      next[token] = at + 1;
    }
  return { start, items };
}

function offsets(lengths: ArrayLike<number>): Uint32Array {
  const start = new Uint32Array(lengths.length + 1);
  for (let at = 0; at < lengths.length; at += 1) start[at + 1] = (start[at] ?? 0) + (lengths[at] ?? 0);
  return start;
}

function columns(
  { start, items }: Inverted,
  entries: readonly ReadonlyMap<number, Float32Array>[],
): Pick<SearchIndex, "weights" | "fieldParts"> {
  const weights = new Float32Array(items.length);
  const fieldParts = new Uint8Array(items.length * fields.length);
  for (let token = 0; token + 1 < start.length; token += 1)
    for (let at = start[token] ?? 0; at < (start[token + 1] ?? 0); at += 1) {
      const parts = entries[items[at] ?? 0]?.get(token);
      for (let field = 0; field < fields.length; field += 1) {
        const part = parts?.[field] ?? 0;
        weights[at] = (weights[at] ?? 0) + (fieldWeights[field] ?? 0) * part;
        fieldParts[at * fields.length + field] = Math.round((255 * part) / (1 + part));
      }
    }
  return { weights, fieldParts };
}

function countAll(sets: readonly ReadonlySet<string>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const set of sets) for (const word of set) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function meanings(
  texts: readonly string[],
  vectors: WordVectors | undefined,
  counts: ReadonlyMap<string, number>,
  total: number,
): Int8Array {
  if (!vectors) return new Int8Array(0);
  const all = new Int8Array(texts.length * vectors.dimensions);
  for (const [at, text] of texts.entries()) {
    const meaning = vectors.meaning(wordsOf(text), (word) => inverseFrequency(counts.get(word) ?? 0, total));
    all.set(
      Int8Array.from(meaning, (value) => Math.round(127 * value)),
      at * vectors.dimensions,
    );
  }
  return all;
}
