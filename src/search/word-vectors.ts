import { isStopWord } from "./stop-words.ts";

/** `scripts/distil-word-vectors.mjs` writes it. */
export interface WordVectorData {
  readonly source: string;
  /** The text that must go with it. */
  readonly license: string;
  readonly dimensions: number;
  /** Separated by blanks. */
  readonly words: string;
  /** `dimensions` signed bytes a word, in base64. */
  readonly vectors: string;
}

/** What common English words mean, as directions: words that stand in the same places point the same way. */
export class WordVectors {
  readonly dimensions: number;
  readonly #places: ReadonlyMap<string, number>;
  readonly #vectors: Int8Array;

  constructor({ dimensions, words, vectors }: WordVectorData) {
    this.dimensions = dimensions;
    this.#places = new Map(words.split(" ").map((word, at) => [word, at]));
    this.#vectors = new Int8Array(Buffer.from(vectors, "base64"));
  }

  /** Whether it is a common English word. */
  has(word: string): boolean {
    return this.#places.has(word);
  }

  /** The direction of a text, of length 1: the sum of its words, each once, by what each is worth. All 0 if none is known. */
  meaning(words: readonly string[], worth: (word: string) => number): Float32Array {
    const sum = new Float32Array(this.dimensions);
    for (const word of new Set(words)) {
      const place = this.#places.get(word);
      if (place === undefined || isStopWord(word)) continue;
      const weight = worth(word);
      for (let at = 0; at < this.dimensions; at += 1)
        sum[at] = (sum[at] ?? 0) + weight * (this.#vectors[place * this.dimensions + at] ?? 0);
    }
    const length = Math.sqrt(sum.reduce((total, value) => total + value * value, 0));
    return length === 0 ? sum : sum.map((value) => value / length);
  }
}
