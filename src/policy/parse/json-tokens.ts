/** A token of JSON text. `value` is the decoded string, the number as written, the word, or what is wrong. */
export interface Token {
  readonly kind: "{" | "}" | "[" | "]" | ":" | "," | "string" | "number" | "word" | "end" | "bad";
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const NUMBER_LIKE = /[-+.\w]*/y;
const WORD = /[A-Za-z_$][\w$]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Splits JSON text (RFC 8259, nothing more) into tokens, one at a time, each with its place. */
export class Tokenizer {
  readonly #text: string;
  #at: number;

  constructor(text: string) {
    this.#text = text;
    // Editors on Windows still write a byte order mark, and RFC 8259 lets a parser ignore it.
    this.#at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  }

  next(): Token {
    this.#skipSpace();
    const start = this.#at;
    const char = this.#text[start];
    switch (char) {
      case undefined:
        return { kind: "end", start, end: start, value: "" };
      case "{":
      case "}":
      case "[":
      case "]":
      case ":":
      case ",":
        this.#at += 1;
        return { kind: char, start, end: start + 1, value: char };
      case '"':
        return this.#string(start);
      case "/":
      case "#":
        return this.#bad(start, start + 1, "JSON has no comments");
      case "'":
        return this.#bad(start, start + 1, "Strings in JSON stand in double quotes");
      default:
        return this.#numberOrWord(start, char);
    }
  }

  #skipSpace(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.#at += 1;
    }
  }

  #string(start: number): Token {
    let escaped = false;
    for (let at = start + 1; at < this.#text.length; ) {
      const code = this.#text.charCodeAt(at);
      if (code === QUOTE) {
        this.#at = at + 1;
        const raw = this.#text.slice(start + 1, at);
        return { kind: "string", start, end: at + 1, value: escaped ? String(JSON.parse(`"${raw}"`)) : raw };
      }
      if (code < 0x20)
        return this.#bad(
          at,
          at + 1,
          "A string holds a line break or control character: close the quote, or write an escape such as \\n",
        );
      if (code === BACKSLASH) {
        const length = this.#match(ESCAPE, at).length;
        if (length === 0) return this.#bad(at, at + 2, "A string holds an escape that JSON does not know");
        escaped = true;
        at += length;
      } else at += 1;
    }
    return this.#bad(start, this.#text.length, "A string has no closing quote");
  }

  #numberOrWord(start: number, char: string): Token {
    const number = this.#match(NUMBER, start);
    if (number !== "" || /[\d.+-]/.test(char)) {
      const whole = this.#match(NUMBER_LIKE, start);
      if (whole !== number)
        return this.#bad(start, start + whole.length, "This is no number as JSON writes them");
      this.#at += number.length;
      return { kind: "number", start, end: this.#at, value: number };
    }
    const word = this.#match(WORD, start);
    if (word === "true" || word === "false" || word === "null") {
      this.#at += word.length;
      return { kind: "word", start, end: this.#at, value: word };
    }
    const end = start + Math.max(1, word.length);
    return this.#bad(
      start,
      end,
      word ? "A bare word: strings in JSON stand in double quotes" : "This character has no place in JSON",
    );
  }

  #match(pattern: RegExp, at: number): string {
    pattern.lastIndex = at;
    return pattern.exec(this.#text)?.[0] ?? "";
  }

  #bad(start: number, end: number, message: string): Token {
    return { kind: "bad", start, end: Math.min(end, this.#text.length), value: message };
  }
}
