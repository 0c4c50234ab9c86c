import { type StringTable, sizeOf, stringAt } from "./string-table.ts";
import { byteAt, wideAt } from "./value-at.ts";

/** Shorter words have too many neighbours: `sts` is as near to `sns` as to itself misspelt. */
const SHORTEST = 4;
const LONGEST = 32;

/** A word this long may have two errors; a shorter one has one. */
const TWO_ERRORS = 6;

interface KnownWord {
  readonly word: string;
  readonly letters: number;
  readonly count: number;
}

/** Corrects words that nobody knows to the nearest that a passage has. */
export class Speller {
  readonly #words: readonly KnownWord[];

  /** `counts`: in how many documents each word stands; none: only in questions that no document answers. */
  constructor(words: StringTable, counts: Uint32Array) {
    this.#words = Array.from({ length: sizeOf(words) }, (_, at) => stringAt(words, at))
      .map((word, at) => ({ word, letters: lettersOf(word), count: wideAt(counts, at) }))
      .filter(({ word }) => word.length >= SHORTEST && word.length <= LONGEST && !/\d/.test(word));
  }

  /** The nearest known word, the more frequent of two as near; undefined if none is near. */
  correct(word: string): string | undefined {
    if (word.length < SHORTEST || word.length > LONGEST || /\d/.test(word)) return undefined;
    const most = word.length < TWO_ERRORS ? 1 : 2;
    const letters = lettersOf(word);
    let best: string | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const known of this.#words) {
      // An error changes two letters of the set at most, so most words need no closer look.
      if (Math.abs(known.word.length - word.length) > most) continue;
      if (bits(known.letters ^ letters) > 2 * most) continue;
      const errors = distance(word, known.word);
      if (errors > most) continue;
      const cost = errors + (known.word[0] === word[0] ? 0 : 0.7) - 0.1 * Math.log(known.count + 0.5);
      if (cost < least) {
        least = cost;
        best = known.word;
      }
    }
    return best;
  }
}

/** One bit a letter. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function bits(value: number): number {
  let rest = value;
  let count = 0;
  for (; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

const rows = [0, 1, 2].map(() => new Uint8Array(LONGEST + 1));

/** How many letters are wrong, missing, too many, or swapped with their neighbour; for words of `LONGEST` letters at most. */
function distance(a: string, b: string): number {
  let [older = new Uint8Array(0), previous = new Uint8Array(0), current = new Uint8Array(0)] = rows;
  for (let column = 0; column <= b.length; column += 1) previous[column] = column;
  for (let row = 1; row <= a.length; row += 1) {
    current[0] = row;
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let errors = Math.min(
        byteAt(previous, column - 1) + (same ? 0 : 1),
        byteAt(previous, column) + 1,
        byteAt(current, column - 1) + 1,
      );
      if (!same && row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        errors = Math.min(errors, byteAt(older, column - 2) + 1);
      current[column] = errors;
    }
    [older, previous, current] = [previous, current, older];
  }
  return byteAt(previous, b.length);
}
