import { Speller } from "./speller.ts";
import { stem } from "./stem.ts";
import { isStopWord } from "./stop-words.ts";
import { isPair, tokenize, tokenWeight, wordsOf } from "./tokenize.ts";
import { type Evidence, judge, type Verdict } from "./verdict.ts";

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
  readonly verdict: Verdict;
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
const PASSAGE_WEIGHT = 0.35;

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
    this.#speller = new Speller(documents.map(allText).flatMap(wordsOf));
  }

  search(query: string, { topic, limit }: SearchOptions): SearchAnswer {
    const terms = this.#queryTerms(query);
    const total = [...terms]
      .filter((token) => !isPair(token) || this.#postings.has(token))
      .reduce((sum, token) => sum + this.#idf(token), 0);
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
    return { verdict: judge(this.#evidence(terms, scored, best)), hits };
  }

  #evidence(
    terms: ReadonlySet<string>,
    scored: readonly Scored[],
    best: ReadonlyMap<number, number>,
  ): Evidence {
    const [first = { document: -1, score: 0 }] = scored;
    const words = [...terms].filter((token) => !isPair(token) && !token.startsWith("="));
    const shared = words.filter((token) =>
      this.#postings.get(token)?.some(({ document }) => document === first.document),
    );
    return {
      score: first.score,
      passage: best.get(first.document) ?? 0,
      shared: shared.length / Math.max(1, words.length),
      lead: first.score === 0 ? 0 : (first.score - (scored[4]?.score ?? 0)) / first.score,
      words: words.length,
      rarest: Math.max(0, ...shared.map((token) => this.#idf(token))) / RAREST,
    };
  }

  /** The tokens of the query, each once; a word that no document has is read as the nearest that one has. */
  #queryTerms(query: string): ReadonlySet<string> {
    let corrections = 0;
    const respell = (word: string): string => {
      if (corrections >= MAX_CORRECTIONS || this.#postings.has(stem(word)) || isStopWord(word)) return word;
      corrections += 1;
      return this.#speller.correct(word) ?? word;
    };
    const terms = new Set<string>();
    for (const token of tokenize(query.slice(0, MAX_QUERY), respell)) {
      terms.add(token);
      if (terms.size >= MAX_TERMS) break;
    }
    return terms;
  }

  #scoreDocuments(terms: ReadonlySet<string>): Map<number, number> {
    const scores = new Map<number, number>();
    for (const token of terms) {
      const idf = this.#idf(token);
      for (const { document, weight } of this.#postings.get(token) ?? [])
        scores.set(document, (scores.get(document) ?? 0) + (idf * weight) / (K1 + weight));
    }
    return scores;
  }

  /** The cosine of the query with the nearest passage of each document. */
  #scorePassages(terms: ReadonlySet<string>): Map<number, number> {
    const products = new Map<number, number>();
    let squares = 0;
    for (const token of terms) {
      const weight = this.#idf(token);
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
    return tokenWeight(token) * Math.log(1 + (this.#documents.length - count + 0.5) / (count + 0.5));
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
        ...[...questions, ...symptoms].map((text) => tokenize(text)),
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

/** Correcting costs more than finding: a query of nothing but unknown words is not a misspelt one. */
const MAX_CORRECTIONS = 8;
const MAX_QUERY = 4000;

/** About the weight of a word that a single fact among 300 has. */
const RAREST = 6;

interface Scored {
  readonly document: number;
  readonly score: number;
}

/** A pasted log has thousands of words; the first that tell something are enough. */
const MAX_TERMS = 120;

type FieldTokens = Readonly<Record<Field, readonly string[]>>;

function allText({ title, statement, misconception, aliases, questions, symptoms }: SearchDocument): string {
  return [title, statement, misconception, ...aliases, ...questions, ...symptoms].join("\n");
}

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
