import { openFile, packFile } from "./packed-file.ts";
import { isStopWord } from "./stop-words.ts";
import { placeOf, type StringTable, stringTable } from "./string-table.ts";
import { floatAt, signedAt } from "./value-at.ts";

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

type About = Pick<WordVectorData, "source" | "license" | "dimensions">;

/** The same as a file that `WordVectors` reads without parsing it. */
export function packWordVectors({ words, vectors, ...about }: WordVectorData): Uint8Array {
  const { bytes, start, slots } = stringTable(words.split(" "));
  return packFile(about, [bytes, start, slots, new Int8Array(Buffer.from(vectors, "base64"))]);
}

/** What common English words mean, as directions: words that stand in the same places point the same way. */
export class WordVectors {
  readonly dimensions: number;
  readonly #words: StringTable;
  readonly #vectors: Int8Array;

  /** `file`: what `packWordVectors` wrote. */
  constructor(file: Uint8Array) {
    const { about, take } = openFile<About>(file);
    this.dimensions = about.dimensions;
    this.#words = { bytes: take(Uint8Array), start: take(Uint32Array), slots: take(Uint32Array) };
    this.#vectors = take(Int8Array);
  }

  /** Whether it is a common English word. */
  has(word: string): boolean {
    return placeOf(this.#words, word) >= 0;
  }

  /** Where the direction of a word stands; -1 if it says nothing about a text. */
  placeOf(word: string): number {
    return isStopWord(word) ? -1 : placeOf(this.#words, word);
  }

  /**
   * The direction of a text, of length 1: the sum of its words' directions by what each is worth; all 0 without
   * a word. `places`, each once, are what `placeOf` gave.
   */
  meaning(places: readonly number[], worth: (at: number) => number): Float32Array {
    const size = this.dimensions;
    const sum = new Float32Array(size);
    for (const [at, place] of places.entries()) {
      if (place < 0) continue;
      const weight = worth(at);
      for (let axis = 0; axis < size; axis += 1)
        sum[axis] = floatAt(sum, axis) + weight * signedAt(this.#vectors, place * size + axis);
    }
    let squares = 0;
    for (const value of sum) squares += value * value;
    const length = Math.sqrt(squares);
    return length === 0 ? sum : sum.map((value) => value / length);
  }
}
