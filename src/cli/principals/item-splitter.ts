/** One object of one of the lists at the top of a JSON document, as text. */
export interface Item {
  readonly list: string;
  readonly text: string;
}

/** One principal or policy with all its documents stays far below this. */
const MAX_ITEM_CHARACTERS = 20_000_000;

/**
 * Cuts `{"A": [{…}, {…}], "B": [{…}]}` into its items while it is read, so that a file of any size takes the
 * memory of one item. It trusts that the text is JSON: each item is parsed by whoever gets it.
 */
export class ItemSplitter {
  #depth = 0;
  #inString = false;
  #escaped = false;
  #list = "";
  /** The string at the top level that is being read: perhaps the name of a list. */
  #name = "";
  #pieces: string[] = [];
  #length = 0;

  /** Whether the document is complete. */
  get finished(): boolean {
    return this.#depth === 0 && !this.#inString;
  }

  /** The items that end in this piece of the text. Throws a RangeError if one is too long to be real. */
  *push(chunk: string): Iterable<Item> {
    let itemStart = this.#depth >= 3 ? 0 : -1;
    for (let at = 0; at < chunk.length; at += 1) {
      at = this.#skip(chunk, at);
      const before = this.#depth;
      this.#step(chunk.charCodeAt(at), chunk[at] ?? "");
      if (before === 2 && this.#depth === 3) itemStart = at;
      if (before !== 3 || this.#depth !== 2) continue;
      this.#keep(chunk.slice(itemStart, at + 1));
      yield { list: this.#list, text: this.#pieces.join("") };
      this.#pieces = [];
      this.#length = 0;
      itemStart = -1;
    }
    if (itemStart !== -1) this.#keep(chunk.slice(itemStart));
  }

  /** Inside a string of an item nothing matters before its end. */
  #skip(chunk: string, at: number): number {
    return this.#inString && this.#depth > 1 && !this.#escaped ? skipString(chunk, at) : at;
  }

  #keep(piece: string): void {
    this.#length += piece.length;
    if (this.#length > MAX_ITEM_CHARACTERS) throw new RangeError("An item of the file is too long");
    this.#pieces.push(piece);
  }

  #step(code: number, char: string): void {
    if (this.#inString) this.#inside(code, char);
    else if (code === QUOTE) {
      this.#inString = true;
      this.#name = "";
    } else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      this.#depth += 1;
      if (this.#depth === 2) this.#list = this.#name;
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) this.#depth -= 1;
  }

  #inside(code: number, char: string): void {
    if (this.#escaped) this.#escaped = false;
    else if (code === BACKSLASH) this.#escaped = true;
    else if (code === QUOTE) this.#inString = false;
    else if (this.#depth === 1 && this.#name.length < MAX_NAME) this.#name += char;
  }
}

/** The next character in a string that means anything: its quote or a backslash; the end of the text if there is none. */
function skipString(text: string, from: number): number {
  STRING_END.lastIndex = from;
  return STRING_END.exec(text)?.index ?? text.length;
}

const STRING_END = /["\\]/g;
const MAX_NAME = 100;
const QUOTE = 34;
const BACKSLASH = 92;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
