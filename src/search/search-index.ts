import { fields, passagesOf, type SearchDocument, textOf } from "./search-document.ts";
import { type StringTable, stringTable } from "./string-table.ts";
import { readText, type TextRead, tokenWeight } from "./tokenize.ts";
import { floatAt, wideAt } from "./value-at.ts";
import type { WordVectors } from "./word-vectors.ts";

/** Everything that a search reads, flat, so that the build can write it and a start need not make it again. */
export interface SearchIndex {
  readonly ids: readonly string[];
  readonly topics: readonly string[];
  /** A token is its place here. */
  readonly tokens: StringTable;
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
  /**
   * The passages of document `d` are the numbers from `firstPassage[d]` to `firstPassage[d + 1]`. After those of the
   * last document come the questions that no document answers.
   */
  readonly firstPassage: Uint32Array;
  readonly passageNorms: Float32Array;
  /** The meaning of each passage; empty without word vectors. */
  readonly passageVectors: Int8Array;
  readonly documentVectors: Int8Array;
  /** The words that the speller may put in place of a misspelt one, and how many documents have each. */
  readonly words: StringTable;
  readonly wordCounts: Uint32Array;
  /** Beside each word: how much likelier it is in a passage of a document than in a question that none answers, as a logarithm. */
  readonly wordOdds: Float32Array;
}

/** How much a word counts by where it stands, in the order of `fields`. */
const fieldWeights = [1, 0.5, 2.5, 2, 2, 1.2, 1.5, 1.5, 0.6];

/** BM25's length normalization; measured with `npm run bench:search`. */
const B = 0.4;

/** How telling a token is that `count` of `total` documents have. */
export function inverseFrequency(count: number, total: number): number {
  return Math.log(1 + (total - count + 0.5) / (count + 0.5));
}

/** `outOfScope`: questions that no document answers. */
export function buildIndex(
  documents: readonly SearchDocument[],
  outOfScope: readonly string[] = [],
  vectors?: WordVectors,
): SearchIndex {
  const { tokens, words, texts, passages, passageWords, firstPassage } = readAll(documents, outOfScope);
  const tokenList = [...tokens.keys()];
  const postings = invertTexts(texts, tokenList.length);
  const worth = tokenList.map((token, at) => {
    const count = wideAt(postings.documentStart, at + 1) - wideAt(postings.documentStart, at);
    return tokenWeight(token) * inverseFrequency(count, documents.length);
  });
  const documentWords = joinLists(passageWords, firstPassage, words.size);
  const wordCounts = countAll(documentWords, words.size);
  const wordList = [...words.keys()];
  const meaningsOf = (lists: Lists): Int8Array =>
    vectors ? meanings(lists, vectors, wordList, wordCounts, documents.length) : new Int8Array(0);
  return {
    ids: documents.map(({ id }) => id),
    topics: documents.map(({ topic }) => topic),
    tokens: stringTable(tokenList),
    ...postings,
    ...invertPassages(passages, tokenList.length),
    firstPassage,
    passageNorms: normsOf(passages, worth),
    passageVectors: meaningsOf(passageWords),
    documentVectors: meaningsOf(documentWords),
    words: stringTable(wordList),
    wordCounts,
    wordOdds: oddsOf(passageWords, wideAt(firstPassage, documents.length), words.size),
  };
}

/** Lists of numbers, one after the other: list `n` goes from `start[n]` to `start[n + 1]`. */
interface Lists {
  readonly start: Uint32Array;
  readonly items: Uint32Array;
}

class ListsBuilder {
  #items = new Uint32Array(1024);
  #size = 0;
  readonly #start = [0];

  add(list: Iterable<number>): void {
    for (const item of list) {
      if (this.#size === this.#items.length) {
        const larger = new Uint32Array(2 * this.#size);
        larger.set(this.#items);
        this.#items = larger;
      }
      this.#items[this.#size] = item;
      this.#size += 1;
    }
    this.#start.push(this.#size);
  }

  lists(): Lists {
    return { start: Uint32Array.from(this.#start), items: this.#items.slice(0, this.#size) };
  }
}

/** Gives each string a number, in the order of their first coming. */
class Numbers extends Map<string, number> {
  of(string: string): number {
    const known = this.get(string);
    if (known !== undefined) return known;
    this.set(string, this.size);
    return this.size - 1;
  }
}

/** The tokens of each field and passage, and the words of each passage, as numbers. */
function readAll(
  documents: readonly SearchDocument[],
  outOfScope: readonly string[],
): {
  readonly tokens: Numbers;
  readonly words: Numbers;
  /** A list a field, the fields of a document in a row. */
  readonly texts: Lists;
  /** Each token once; passages in the order of their documents, then the questions that none answers. */
  readonly passages: Lists;
  readonly passageWords: Lists;
  readonly firstPassage: Uint32Array;
} {
  const tokens = new Numbers();
  const words = new Numbers();
  const texts = new ListsBuilder();
  const passages = new ListsBuilder();
  const passageWords = new ListsBuilder();
  const firstPassage = new Uint32Array(documents.length + 1);
  const tokensOf = (read: TextRead): number[] =>
    [...read.tokens, ...read.joined].map((token) => tokens.of(token));
  const addPassage = (text: string): void => {
    const read = readText(text);
    passages.add(new Set(tokensOf(read)));
    passageWords.add(new Set(read.words.map((word) => words.of(word))));
  };
  for (const [at, document] of documents.entries()) {
    for (const field of fields) texts.add(tokensOf(readText(textOf(document, field))));
    const own = passagesOf(document);
    for (const text of own) addPassage(text);
    firstPassage[at + 1] = wideAt(firstPassage, at) + own.length;
  }
  for (const text of outOfScope) addPassage(text);
  return {
    tokens,
    words,
    texts: texts.lists(),
    passages: passages.lists(),
    passageWords: passageWords.lists(),
    firstPassage,
  };
}

/** From "field -> its tokens" to "token -> its documents, in order, with its length-normalized frequency in each field". */
function invertTexts(
  texts: Lists,
  tokens: number,
): Pick<SearchIndex, "documentStart" | "documents" | "weights" | "fieldParts"> {
  const size = fields.length;
  const total = (texts.start.length - 1) / size;
  const averages = averageLengths(texts.start);
  const documentStart = startsOf(texts, tokens, size);
  const postings = wideAt(documentStart, tokens);
  const documents = new Uint32Array(postings);
  const weights = new Float32Array(postings);
  const fieldParts = new Uint8Array(postings * size);
  const next = documentStart.slice();
  const frequencies = new FieldFrequencies(tokens);
  for (let document = 0; document < total; document += 1) {
    for (let field = 0; field < size; field += 1) {
      const list = document * size + field;
      const own = texts.items.subarray(wideAt(texts.start, list), wideAt(texts.start, list + 1));
      const part = 1 / (1 - B + (B * own.length) / (averages[field] ?? 1));
      for (const token of own) frequencies.add(token, field, part);
    }
    frequencies.take((token, row) => {
      const at = wideAt(next, token);
      next[token] = at + 1;
      documents[at] = document;
      for (const [field, part] of row.entries()) {
        weights[at] = floatAt(weights, at) + (fieldWeights[field] ?? 0) * part;
        fieldParts[at * size + field] = Math.round((255 * part) / (1 + part));
      }
    });
  }
  return { documentStart, documents, weights, fieldParts };
}

/** How often each token stands in each field of one document; used again for the next, because there are many. */
class FieldFrequencies {
  readonly #tokens: number[] = [];
  readonly #rowOf: Int32Array;
  readonly #rows: Float32Array[] = [];

  constructor(tokens: number) {
    this.#rowOf = new Int32Array(tokens).fill(-1);
  }

  add(token: number, field: number, part: number): void {
    const row = this.#rowFor(token);
    row[field] = floatAt(row, field) + part;
  }

  /** Gives each token with its frequencies, and begins anew. */
  take(each: (token: number, row: Float32Array) => void): void {
    for (const token of this.#tokens) {
      const row = this.#rowFor(token);
      each(token, row);
      row.fill(0);
      this.#rowOf[token] = -1;
    }
    this.#tokens.length = 0;
  }

  #rowFor(token: number): Float32Array {
    const known = this.#rows[this.#rowOf[token] ?? -1];
    if (known) return known;
    const place = this.#tokens.push(token) - 1;
    this.#rowOf[token] = place;
    const row = this.#rows[place] ?? new Float32Array(fields.length);
    this.#rows[place] = row;
    return row;
  }
}

/** How many tokens each field has, on average. */
function averageLengths(start: Uint32Array): number[] {
  const total = Math.max(1, (start.length - 1) / fields.length);
  return fields.map((_, field) => {
    let sum = 0;
    for (let list = field; list + 1 < start.length; list += fields.length)
      sum += wideAt(start, list + 1) - wideAt(start, list);
    return Math.max(1, sum / total);
  });
}

/** Where each token's items begin, where `group` lists in a row are one item. */
function startsOf({ start, items }: Lists, tokens: number, group: number): Uint32Array {
  const starts = new Uint32Array(tokens + 1);
  const last = new Int32Array(tokens).fill(-1);
  for (let list = 0; list + 1 < start.length; list += 1) {
    const item = Math.floor(list / group);
    for (let at = wideAt(start, list); at < wideAt(start, list + 1); at += 1) {
      const token = wideAt(items, at);
      if (last[token] === item) continue;
      last[token] = item;
      starts[token + 1] = wideAt(starts, token + 1) + 1;
    }
  }
  for (let token = 0; token < tokens; token += 1)
    starts[token + 1] = wideAt(starts, token + 1) + wideAt(starts, token);
  return starts;
}

/** From "passage -> its tokens" to "token -> its passages, in order". */
function invertPassages(lists: Lists, tokens: number): Pick<SearchIndex, "passageStart" | "passages"> {
  const passageStart = startsOf(lists, tokens, 1);
  const next = passageStart.slice();
  const passages = new Uint32Array(lists.items.length);
  for (let list = 0; list + 1 < lists.start.length; list += 1)
    for (let at = wideAt(lists.start, list); at < wideAt(lists.start, list + 1); at += 1) {
      const token = wideAt(lists.items, at);
      const place = wideAt(next, token);
      passages[place] = list;
      next[token] = place + 1;
    }
  return { passageStart, passages };
}

/** The length of each passage, as a vector of what its tokens are worth. */
function normsOf({ start, items }: Lists, worth: readonly number[]): Float32Array {
  const norms = new Float32Array(start.length - 1);
  for (let list = 0; list < norms.length; list += 1) {
    let squares = 0;
    for (let at = wideAt(start, list); at < wideAt(start, list + 1); at += 1)
      squares += (worth[wideAt(items, at)] ?? 0) ** 2;
    norms[list] = Math.sqrt(squares);
  }
  return norms;
}

/** The lists from `bounds[n]` to `bounds[n + 1]` as one, each number once. */
function joinLists({ start, items }: Lists, bounds: Uint32Array, numbers: number): Lists {
  const joined = new ListsBuilder();
  const last = new Int32Array(numbers).fill(-1);
  for (let list = 0; list + 1 < bounds.length; list += 1) {
    const from = wideAt(start, wideAt(bounds, list));
    const all = items.subarray(from, wideAt(start, wideAt(bounds, list + 1)));
    joined.add(
      all.filter((item) => {
        const isNew = last[item] !== list;
        last[item] = list;
        return isNew;
      }),
    );
  }
  return joined.lists();
}

function countAll({ items }: Lists, numbers: number): Uint32Array {
  const counts = new Uint32Array(numbers);
  for (const item of items) counts[item] = wideAt(counts, item) + 1;
  return counts;
}

/** The logarithm of how much likelier each word is in the lists before `border` than in those from there on. */
function oddsOf({ start, items }: Lists, border: number, words: number): Float32Array {
  const lists = start.length - 1;
  if (border === lists) return new Float32Array(words);
  const middle = wideAt(start, border);
  const before = countAll({ start, items: items.subarray(0, middle) }, words);
  const after = countAll({ start, items: items.subarray(middle) }, words);
  return Float32Array.from(
    before,
    (count, word) =>
      Math.log((count + 0.5) / (border + 1)) - Math.log((wideAt(after, word) + 0.5) / (lists - border + 1)),
  );
}

/** What each list of words means, in signed bytes. */
function meanings(
  { start, items }: Lists,
  vectors: WordVectors,
  words: readonly string[],
  counts: Uint32Array,
  total: number,
): Int8Array {
  const size = vectors.dimensions;
  const places = words.map((word) => vectors.placeOf(word));
  const worth = Array.from(counts, (count) => inverseFrequency(count, total));
  const all = new Int8Array((start.length - 1) * size);
  for (let list = 0; list + 1 < start.length; list += 1) {
    const own = [...items.subarray(wideAt(start, list), wideAt(start, list + 1))];
    const meaning = vectors.meaning(
      own.map((word) => places[word] ?? -1),
      (at) => worth[own[at] ?? 0] ?? 0,
    );
    for (let axis = 0; axis < size; axis += 1)
      all[list * size + axis] = Math.round(127 * floatAt(meaning, axis));
  }
  return all;
}
