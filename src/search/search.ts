import { Speller } from "./speller.ts";
import { tokenize } from "./tokenize.ts";

export interface SearchDocument {
  readonly id: string;
  readonly topic: string;
  readonly title: string;
  readonly statement: string;
  readonly misconception: string;
  readonly details: string;
  readonly aliases: readonly string[];
  readonly questions: readonly string[];
  readonly symptoms: readonly string[];
}

export interface SearchHit {
  readonly id: string;
  /** 0..1, higher is better. */
  readonly score: number;
}

export interface SearchAnswer {
  /** Whether the first hit answers the query: `weak` means that it may, `none` that nothing here does. */
  readonly verdict: "match" | "weak" | "none";
  /** In rank order. */
  readonly hits: readonly SearchHit[];
}

export interface SearchOptions {
  readonly topic?: string | undefined;
  readonly limit: number;
}

/** How much a word counts by where it stands. */
const fieldWeights = {
  id: 1,
  topic: 0.5,
  title: 2.5,
  aliases: 2,
  statement: 2,
  misconception: 1.2,
  questions: 1.5,
  symptoms: 1.5,
  details: 0.6,
} as const;

type Field = keyof typeof fieldWeights;
const fields = Object.keys(fieldWeights) as readonly Field[];

/** BM25's saturation and length normalization; measured with `npm run bench:search`. */
const K1 = 1.4;
const B = 0.4;

/** Weight of the best single passage against the document as a whole. */
const PASSAGE_WEIGHT = 0.5;

interface Passage {
  readonly document: number;
  readonly weights: ReadonlyMap<string, number>;
  readonly length: number;
}

/**
 * Ranks documents for a question. Two views are added: BM25F over the whole document (fields with weights),
 * and the cosine of the best single passage (a question, symptom, statement …), which finds the fact whose
 * one sentence says the same among facts that share all the words.
 */
export class Search {
  readonly #documents: readonly SearchDocument[];
  /** Token -> documents with the weighted frequency. */
  readonly #postings = new Map<string, { document: number; weight: number }[]>();
  /** Token -> passages that hold it. */
  readonly #passagePostings = new Map<string, number[]>();
  readonly #passages: Passage[] = [];
  readonly #speller: Speller;

  constructor(documents: readonly SearchDocument[]) {
    this.#documents = documents;
    const tokens = documents.map(tokenizeFields);
    this.#indexFields(tokens);
    this.#indexPassages(tokens);
    this.#speller = new Speller([...this.#postings.keys()].filter((token) => !token.startsWith("=")));
  }

  search(query: string, { topic, limit }: SearchOptions): SearchAnswer {
    const terms = this.#queryTerms(query);
    const total = [...terms].reduce((sum, [token, weight]) => sum + weight * this.#idf(token), 0);
    if (total === 0) return { verdict: "none", hits: [] };
    const whole = this.#scoreDocuments(terms);
    const best = this.#scorePassages(terms);
    const scored = [...whole]
      .filter(([document]) => topic === undefined || this.#documents[document]?.topic === topic)
      .map(([document, score]) => {
        const passage = best.get(document) ?? 0;
        return { document, score: (1 - PASSAGE_WEIGHT) * (score / total) + PASSAGE_WEIGHT * passage };
      })
      .sort((a, b) => b.score - a.score || a.document - b.document);
    const hits = scored
      .slice(0, limit)
      .map(({ document, score }) => ({ id: this.#documents[document]?.id ?? "", score: Math.min(1, score) }));
    return { verdict: verdictOf(scored[0]?.score ?? 0), hits };
  }

  /** The tokens of the query with weights: a corrected spelling counts less than the word itself. */
  #queryTerms(query: string): Map<string, number> {
    const terms = new Map<string, number>();
    for (const token of tokenize(query)) {
      if (this.#postings.has(token)) {
        terms.set(token, 1);
        continue;
      }
      const correction = terms.size < MAX_TERMS ? this.#speller.correct(token) : undefined;
      if (correction === undefined) terms.set(token, 1);
      else if (!terms.has(correction)) terms.set(correction, 0.7);
      if (terms.size >= MAX_TERMS) break;
    }
    return terms;
  }

  #scoreDocuments(terms: ReadonlyMap<string, number>): Map<number, number> {
    const scores = new Map<number, number>();
    for (const [token, queryWeight] of terms) {
      const idf = this.#idf(token) * queryWeight;
      for (const { document, weight } of this.#postings.get(token) ?? [])
        scores.set(document, (scores.get(document) ?? 0) + (idf * weight) / (K1 + weight));
    }
    return scores;
  }

  /** The cosine of the query with the nearest passage of each document. */
  #scorePassages(terms: ReadonlyMap<string, number>): Map<number, number> {
    const products = new Map<number, number>();
    let squares = 0;
    for (const [token, queryWeight] of terms) {
      const weight = this.#idf(token) * queryWeight;
      squares += weight * weight;
      for (const passage of this.#passagePostings.get(token) ?? []) {
        const other = this.#passages[passage]?.weights.get(token) ?? 0;
        products.set(passage, (products.get(passage) ?? 0) + weight * other);
      }
    }
    const best = new Map<number, number>();
    for (const [index, product] of products) {
      const passage = this.#passages[index];
      if (!passage) continue;
      const cosine = product / (Math.sqrt(squares) * passage.length);
      if (cosine > (best.get(passage.document) ?? 0)) best.set(passage.document, cosine);
    }
    return best;
  }

  /** Rare words tell facts apart. A word that no fact has is as telling as a word can be: nothing answers it. */
  #idf(token: string): number {
    const count = this.#postings.get(token)?.length ?? 0;
    const meaning = token.startsWith("=") ? 0.5 : 1;
    return meaning * Math.log(1 + (this.#documents.length - count + 0.5) / (count + 0.5));
  }

  #indexFields(tokens: readonly FieldTokens[]): void {
    const averages = Object.fromEntries(
      fields.map((field) => {
        const lengths = tokens.map((each) => each[field].length);
        return [
          field,
          Math.max(1, lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)),
        ];
      }),
    );
    for (const [document, each] of tokens.entries()) {
      const weights = new Map<string, number>();
      for (const field of fields) {
        const norm = 1 - B + (B * each[field].length) / (averages[field] ?? 1);
        for (const token of each[field])
          weights.set(token, (weights.get(token) ?? 0) + fieldWeights[field] / norm);
      }
      for (const [token, weight] of weights) {
        const list = this.#postings.get(token);
        if (list) list.push({ document, weight });
        else this.#postings.set(token, [{ document, weight }]);
      }
    }
  }

  #indexPassages(tokens: readonly FieldTokens[]): void {
    for (const [document, each] of tokens.entries()) {
      const { questions, symptoms } = this.#documents[document] ?? { questions: [], symptoms: [] };
      const title = [...each.title, ...each.aliases];
      const passages = [
        title,
        each.statement,
        each.misconception,
        ...[...questions, ...symptoms].map(tokenize),
      ];
      for (const passage of passages) this.#addPassage(document, passage);
    }
  }

  #addPassage(document: number, tokens: readonly string[]): void {
    const weights = new Map([...new Set(tokens)].map((token) => [token, this.#idf(token)]));
    const length = Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0));
    if (length === 0) return;
    const index = this.#passages.push({ document, weights, length }) - 1;
    for (const token of weights.keys()) {
      const list = this.#passagePostings.get(token);
      if (list) list.push(index);
      else this.#passagePostings.set(token, [index]);
    }
  }
}

/** A pasted log has thousands of words; the first that tell something are enough. */
const MAX_TERMS = 120;

type FieldTokens = Readonly<Record<Field, readonly string[]>>;

function tokenizeFields(document: SearchDocument): FieldTokens {
  return {
    id: tokenize(document.id),
    topic: tokenize(document.topic),
    title: tokenize(document.title),
    aliases: tokenize(document.aliases.join("\n")),
    statement: tokenize(document.statement),
    misconception: tokenize(document.misconception),
    questions: tokenize(document.questions.join("\n")),
    symptoms: tokenize(document.symptoms.join("\n")),
    details: tokenize(document.details),
  };
}

function verdictOf(score: number): SearchAnswer["verdict"] {
  if (score >= MATCH) return "match";
  return score >= WEAK ? "weak" : "none";
}

/** Measured with `npm run bench:search`: where answerable and off-topic questions part. */
const MATCH = 0.4;
const WEAK = 0.3;
