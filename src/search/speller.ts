import { type StringTable, sizeOf, stringAt } from "./string-table.ts";
import { byteAt, wideAt } from "./value-at.ts";

/** Shorter words have too many neighbours. */
const SHORTEST = 3;

/** A word of this length may lack a letter and has no other error: `sts` is as near to `sns` as to itself misspelt. */
const SHORT = 3;
const LONGEST = 32;

/** A word that is known to follow the one before it may have so much of an error more. */
const PAIRED = 0.5;

/** A word this long may have two errors; a shorter one has one. */
const TWO_ERRORS = 6;

/** What people write for the most frequent words, too far from them to be a mistyped one. */
const abbreviations: Readonly<Record<string, string>> = {
  acc: "account",
  accnt: "account",
  acct: "account",
  accts: "accounts",
  attr: "attribute",
  b64: "base64",
  cfg: "config",
  cmd: "command",
  cond: "condition",
  conds: "conditions",
  cred: "credential",
  creds: "credentials",
  cust: "customer",
  del: "delete",
  descr: "description",
  env: "environment",
  err: "error",
  exp: "expire",
  ext: "external",
  grp: "group",
  grps: "groups",
  hdr: "header",
  hdrs: "headers",
  len: "length",
  mgmt: "management",
  msg: "message",
  num: "number",
  param: "parameter",
  params: "parameters",
  perm: "permission",
  perms: "permissions",
  plcy: "policy",
  pol: "policy",
  princ: "principal",
  prov: "provider",
  pw: "password",
  pwd: "password",
  repo: "repository",
  req: "request",
  reqs: "requests",
  res: "resource",
  sess: "session",
  sig: "signature",
  stmt: "statement",
  svc: "service",
  sz: "size",
  tkn: "token",
  tmp: "temporary",
  usr: "user",
  usrs: "users",
  ver: "version",
};

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

  /**
   * The nearest known word; of two as near the one that is known to follow the word before it (`isPaired`), or else
   * the more frequent one. Undefined if none is near.
   */
  correct(word: string, isPaired: (candidate: string) => boolean = () => false): string | undefined {
    if (abbreviations[word] !== undefined) return abbreviations[word];
    if (word.length < SHORTEST || word.length > LONGEST || /\d/.test(word)) return undefined;
    const most = word.length < TWO_ERRORS ? 1 : 2;
    const letters = lettersOf(word);
    let best: string | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const known of this.#words) {
      if (!mayBe(known, word, letters, most)) continue;
      const errors = distance(word, known.word);
      if (errors > most) continue;
      const cost = costOf(known, word, errors) - (isPaired(known.word) ? PAIRED : 0);
      if (cost < least) {
        least = cost;
        best = known.word;
      }
    }
    return best;
  }
}

/** Sorts out most words without a closer look: an error changes two letters of the set at most. */
function mayBe(known: KnownWord, word: string, letters: number, most: number): boolean {
  if (Math.abs(known.word.length - word.length) > most) return false;
  if (bits(known.letters ^ letters) > 2 * most) return false;
  return word.length > SHORT || (known.word.length > SHORT && known.word[0] === word[0]);
}

function costOf({ word: known, count }: KnownWord, word: string, errors: number): number {
  return errors + (known[0] === word[0] ? 0 : 0.7) - 0.1 * Math.log(count + 0.5);
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
