import { fields } from "./search-document.ts";
import { inverseFrequency, type SearchIndex } from "./search-index.ts";
import { Speller } from "./speller.ts";
import { stem } from "./stem.ts";
import { isStopWord } from "./stop-words.ts";
import { placeOf } from "./string-table.ts";
import { isPair, type Respell, readText, tokenWeight } from "./tokenize.ts";
import { byteAt, floatAt, signedAt, wideAt } from "./value-at.ts";
import { judge, type Verdict } from "./verdict.ts";
import { rankWeights } from "./weights.ts";
import type { WordVectors } from "./word-vectors.ts";

export interface SearchHit {
  readonly id: string;
  /** 0..1, higher is better. */
  readonly score: number;
}

export interface SearchAnswer {
  /** Whether the first hit answers the query: `weak` means that it may, `none` that nothing here does. */
  readonly verdict: Verdict;
  /** In rank order. */
  readonly hits: readonly SearchHit[];
}

export interface SearchOptions {
  readonly topic?: string | undefined;
  readonly limit: number;
}

/** A document that may answer, and what `rankWeights` weigh. */
export interface Candidate {
  readonly id: string;
  readonly features: readonly number[];
  /** How well it answers: the weighted sum of its features. */
  readonly rank: number;
}

export interface Ranking {
  /** In rank order. */
  readonly candidates: readonly Candidate[];
  /** What `verdictWeights` weigh. */
  readonly evidence: readonly number[];
}

/** BM25's saturation; measured with `npm run bench:search`. */
const K1 = 1.4;

/** How many documents are looked at closely; the right one is nearly always among the first 30. */
const CANDIDATES = 40;

/** Weight of the best single passage against the document as a whole, where candidates are chosen. */
const PASSAGE_WEIGHT = 0.35;

/** A pasted log has thousands of words; the first that tell something are enough. */
const MAX_QUERY = 4000;
const MAX_TERMS = 120;

/** Correcting costs more than finding: a query of nothing but unknown words is not a misspelt one. */
const MAX_CORRECTIONS = 8;

/** Scores are for people: this rank is an even chance, and `SPREAD` more is nearly sure. */
const EVEN = 8;
const SPREAD = 3;

interface Term {
  /** -1: no passage has it. */
  readonly token: number;
  /** Whether a document has it. */
  readonly known: boolean;
  readonly weight: number;
  /** Neither a pair of words nor a synonym. */
  readonly plain: boolean;
}

interface Query {
  readonly terms: readonly Term[];
  /** The most that a document can score. */
  readonly total: number;
  readonly length: number;
  readonly meaning: Float32Array | undefined;
  /** How much its words sound like questions that documents answer. */
  readonly scope: readonly number[];
}

/**
 * Ranks documents for a question in two steps. BM25F over the whole document and the cosine of its best single
 * passage (a question, symptom, statement …) choose candidates; a weighted sum of these, of each field on its
 * own and of the meaning of words orders them. The weights are fitted by `npm run fit:search`.
 */
export class Search {
  readonly #index: SearchIndex;
  readonly #vectors: WordVectors | undefined;
  #speller: Speller | undefined;
  // Used anew by each search, so that none allocates by the size of the index.
  readonly #scores: Float32Array;
  readonly #best: Float32Array;
  readonly #second: Float32Array;
  readonly #products: Float32Array;

  /** `vectors` must be those that the index was built with. */
  constructor(index: SearchIndex, vectors?: WordVectors) {
    const documents = index.ids.length;
    this.#index = index;
    this.#vectors = vectors;
    this.#scores = new Float32Array(documents);
    this.#best = new Float32Array(documents);
    this.#second = new Float32Array(documents);
    this.#products = new Float32Array(index.passageNorms.length);
  }

  search(query: string, options: SearchOptions): SearchAnswer {
    const { candidates, evidence } = this.rank(query, options.topic);
    const hits = candidates
      .slice(0, options.limit)
      .map(({ id, rank }) => ({ id, score: 1 / (1 + Math.exp((EVEN - rank) / SPREAD)) }));
    return { verdict: hits.length === 0 ? "none" : judge(evidence), hits };
  }

  /** What `search` decides by; `npm run fit:search` fits the weights to it. */
  rank(text: string, topic?: string): Ranking {
    const query = this.#query(text.slice(0, MAX_QUERY));
    if (query.total === 0) return { candidates: [], evidence: [] };
    this.#scoreDocuments(query);
    this.#scorePassages(query);
    const chosen = this.#choose(query, topic);
    const candidates = this.#features(query, chosen)
      .map(({ document, features }) => ({
        id: this.#index.ids[document] ?? "",
        document,
        features,
        rank: features.reduce((sum, value, at) => sum + value * (rankWeights[at] ?? 0), 0),
      }))
      .sort((a, b) => b.rank - a.rank || a.document - b.document);
    return { candidates, evidence: [...evidenceOf(query, candidates), ...this.#outOfScope(query)] };
  }

  #query(text: string): Query {
    let corrections = 0;
    const respell: Respell = (word, pairWith) => {
      if (corrections >= MAX_CORRECTIONS || this.#isKnown(word)) return word;
      corrections += 1;
      this.#speller ??= new Speller(this.#index.words, this.#index.wordCounts);
      const isPaired = (candidate: string): boolean =>
        placeOf(this.#index.tokens, pairWith(stem(candidate)) ?? "") >= 0;
      return this.#speller.correct(word, isPaired) ?? word;
    };
    const { tokens, words, joined } = readText(text, respell);
    const all = [...tokens, ...joined.filter((token) => this.#term(token).known)];
    const terms = [...new Set(all)].slice(0, MAX_TERMS).map((token) => this.#term(token));
    const telling = terms.filter(({ known, plain }) => known || plain);
    return {
      terms: terms.filter(({ token, plain }) => token >= 0 || plain),
      total: telling.reduce((sum, { weight }) => sum + weight, 0),
      length: Math.sqrt(terms.reduce((sum, { weight }) => sum + weight * weight, 0)),
      meaning: this.#vectors && this.#meaning(words, this.#vectors),
      scope: this.#scope(words),
    };
  }

  #term(text: string): Term {
    const { tokens, documentStart, ids } = this.#index;
    const token = placeOf(tokens, text);
    const count = token < 0 ? 0 : wideAt(documentStart, token + 1) - wideAt(documentStart, token);
    return {
      token,
      known: count > 0,
      weight: tokenWeight(text) * inverseFrequency(count, ids.length),
      plain: !isPair(text) && !text.startsWith("="),
    };
  }

  #meaning(words: readonly string[], vectors: WordVectors): Float32Array {
    const { words: known, wordCounts, ids } = this.#index;
    const all = [...new Set(words)];
    const countOf = (word: string): number => {
      const place = placeOf(known, word);
      return place < 0 ? 0 : wideAt(wordCounts, place);
    };
    return vectors.meaning(
      all.map((word) => vectors.placeOf(word)),
      (at) => inverseFrequency(countOf(all[at] ?? ""), ids.length),
    );
  }

  /** The sum of the words' odds and how many words are unknown, each word once, for texts of any length. */
  #scope(words: readonly string[]): readonly number[] {
    const { words: known, wordOdds } = this.#index;
    const all = new Set(words);
    const places = [...all].map((word) => placeOf(known, word)).filter((place) => place >= 0);
    const odds = places.map((place) => floatAt(wordOdds, place));
    return [
      odds.reduce((sum, each) => sum + each, 0) / Math.sqrt(Math.max(1, odds.length)),
      (all.size - odds.length) / Math.sqrt(Math.max(1, all.size)),
    ];
  }

  /** How near the query is to the questions that no document answers. */
  #outOfScope(query: Query): readonly number[] {
    const { firstPassage, passageNorms, passageVectors } = this.#index;
    let best = 0;
    let second = 0;
    let nearest = 0;
    for (let at = wideAt(firstPassage, this.#best.length); at < passageNorms.length; at += 1) {
      const cosine = floatAt(this.#products, at) / (query.length * floatAt(passageNorms, at));
      if (cosine > best) {
        second = best;
        best = cosine;
      } else if (cosine > second) second = cosine;
      nearest = Math.max(nearest, this.#similarity(query, passageVectors, at));
    }
    return [best, second, nearest, ...query.scope];
  }

  /** Also a word that everybody knows is not misspelt, though no document has it. */
  #isKnown(word: string): boolean {
    return (
      placeOf(this.#index.tokens, stem(word)) >= 0 || isStopWord(word) || this.#vectors?.has(word) === true
    );
  }

  #scoreDocuments({ terms }: Query): void {
    const { documentStart, documents, weights } = this.#index;
    this.#scores.fill(0);
    for (const { token, weight } of terms) {
      for (let at = wideAt(documentStart, token); at < wideAt(documentStart, token + 1); at += 1) {
        const frequency = floatAt(weights, at);
        const document = wideAt(documents, at);
        this.#scores[document] = floatAt(this.#scores, document) + (weight * frequency) / (K1 + frequency);
      }
    }
  }

  /** The cosines of the query with the two nearest passages of each document. */
  #scorePassages({ terms, length }: Query): void {
    const { passageStart, passages, passageNorms, firstPassage } = this.#index;
    const products = this.#products.fill(0);
    for (const { token, weight } of terms) {
      for (let at = wideAt(passageStart, token); at < wideAt(passageStart, token + 1); at += 1) {
        const passage = wideAt(passages, at);
        products[passage] = floatAt(products, passage) + weight * weight;
      }
    }
    this.#best.fill(0);
    this.#second.fill(0);
    for (let document = 0; document < this.#best.length; document += 1)
      for (let at = wideAt(firstPassage, document); at < wideAt(firstPassage, document + 1); at += 1) {
        if (products[at] === 0) continue;
        this.#keepTwo(document, floatAt(products, at) / (length * floatAt(passageNorms, at)));
      }
  }

  #keepTwo(document: number, cosine: number): void {
    const best = floatAt(this.#best, document);
    if (cosine > best) {
      this.#second[document] = best;
      this.#best[document] = cosine;
    } else if (cosine > floatAt(this.#second, document)) this.#second[document] = cosine;
  }

  #choose({ total }: Query, topic: string | undefined): readonly number[] {
    const { topics } = this.#index;
    const chosen: number[] = [];
    const values: number[] = [];
    for (let document = 0; document < this.#scores.length; document += 1) {
      if (this.#scores[document] === 0 || (topic !== undefined && topics[document] !== topic)) continue;
      const value =
        (1 - PASSAGE_WEIGHT) * (floatAt(this.#scores, document) / total) +
        PASSAGE_WEIGHT * floatAt(this.#best, document);
      if (chosen.length === CANDIDATES && value <= (values[CANDIDATES - 1] ?? 0)) continue;
      let at = Math.min(chosen.length, CANDIDATES - 1);
      for (; at > 0 && (values[at - 1] ?? 0) < value; at -= 1) {
        values[at] = values[at - 1] ?? 0;
        chosen[at] = chosen[at - 1] ?? 0;
      }
      values[at] = value;
      chosen[at] = document;
    }
    return chosen;
  }

  #features(query: Query, chosen: readonly number[]): { document: number; features: number[] }[] {
    const { parts, covered } = this.#fieldScores(query, chosen);
    const plain = query.terms.reduce((sum, term) => sum + (term.plain ? term.weight : 0), 0);
    return chosen.map((document, slot) => ({
      document,
      features: [
        floatAt(this.#scores, document) / query.total,
        floatAt(this.#best, document),
        floatAt(this.#second, document),
        floatAt(covered, slot) / Math.max(1, plain),
        this.#passageMeaning(query, document),
        this.#similarity(query, this.#index.documentVectors, document),
        ...fields.map((_, field) => floatAt(parts, slot * fields.length + field) / (255 * query.total)),
      ],
    }));
  }

  /** For each chosen document, how well each field fits, and the weight of the words that it has at all. */
  #fieldScores({ terms }: Query, chosen: readonly number[]): { parts: Float32Array; covered: Float32Array } {
    const { documentStart, documents, fieldParts } = this.#index;
    const size = fields.length;
    const parts = new Float32Array(chosen.length * size);
    const covered = new Float32Array(chosen.length);
    const inOrder = [...chosen.entries()].sort(([, a], [, b]) => a - b);
    for (const { token, weight, plain } of terms) {
      let at = wideAt(documentStart, token);
      const end = wideAt(documentStart, token + 1);
      for (const [slot, document] of inOrder) {
        at = firstFrom(documents, at, end, document);
        if (at === end) break;
        if (documents[at] !== document) continue;
        if (plain) covered[slot] = floatAt(covered, slot) + weight;
        addScaled(parts, slot * size, fieldParts, at * size, weight);
      }
    }
    return { parts, covered };
  }

  #passageMeaning(query: Query, document: number): number {
    const { firstPassage, passageVectors } = this.#index;
    let best = 0;
    for (let at = wideAt(firstPassage, document); at < wideAt(firstPassage, document + 1); at += 1)
      best = Math.max(best, this.#similarity(query, passageVectors, at));
    return best;
  }

  #similarity({ meaning }: Query, vectors: Int8Array, at: number): number {
    if (!meaning) return 0;
    const size = meaning.length;
    let product = 0;
    for (let each = 0; each < size; each += 1)
      product += floatAt(meaning, each) * signedAt(vectors, at * size + each);
    return product / 127;
  }
}

/** The first place from `start` on, before `end`, whose number is not less than `least`; the numbers are in order. */
function firstFrom(numbers: Uint32Array, start: number, end: number, least: number): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (wideAt(numbers, middle) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Adds one value a field, `weight` times. */
function addScaled(
  sums: Float32Array,
  sumsAt: number,
  values: Uint8Array,
  valuesAt: number,
  weight: number,
): void {
  for (let field = 0; field < fields.length; field += 1)
    sums[sumsAt + field] = floatAt(sums, sumsAt + field) + weight * byteAt(values, valuesAt + field);
}

/** What can be seen of the best hit without understanding the question. */
function evidenceOf({ terms, total }: Query, candidates: readonly Candidate[]): readonly number[] {
  const [first] = candidates;
  if (!first) return [];
  const [score = 0, passage = 0, , covered = 0, nearest = 0, meaning = 0] = first.features;
  const words = terms.filter(({ plain }) => plain);
  const unknown = words.filter(({ known }) => !known).reduce((sum, { weight }) => sum + weight, 0);
  return [
    score,
    passage,
    // A question that stands nearly word for word in a fact is answered, whatever its words are elsewhere.
    passage ** 2,
    covered,
    nearest,
    meaning,
    first.rank / 10,
    (first.rank - (candidates[4]?.rank ?? 0)) / 10,
    Math.log(1 + words.length),
    unknown / total,
  ];
}
