import Fuse from "fuse.js";

/** Shorter words have too many neighbours: `sts` is as near to `sns` as to itself misspelt. */
const SHORTEST = 4;

/** Corrects words that no document has to the nearest that some document has. */
export class Speller {
  readonly #buckets = new Map<string, string[]>();
  readonly #fuses = new Map<string, Fuse<string>>();

  constructor(words: readonly string[]) {
    for (const word of new Set(words)) {
      if (word.length < SHORTEST || /\d/.test(word)) continue;
      const bucket = this.#buckets.get(word.slice(0, 1));
      if (bucket) bucket.push(word);
      else this.#buckets.set(word.slice(0, 1), [word]);
    }
  }

  /** The nearest known word, among those that begin with the same letter; undefined if none is near. */
  correct(word: string): string | undefined {
    if (word.length < SHORTEST || word.length > 32 || /\d/.test(word)) return undefined;
    const found = this.#fuse(word.slice(0, 1)).search(word, { limit: 8 });
    return found.find(({ item }) => Math.abs(item.length - word.length) <= 2)?.item;
  }

  #fuse(letter: string): Fuse<string> {
    const known = this.#fuses.get(letter);
    if (known) return known;
    const fuse = new Fuse(this.#buckets.get(letter) ?? [], { threshold: 0.4, distance: 20 });
    this.#fuses.set(letter, fuse);
    return fuse;
  }
}
