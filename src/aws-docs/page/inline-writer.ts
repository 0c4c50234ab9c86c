import { cleanText } from "./clean-text.ts";
import type { Text } from "./document.ts";

/**
 * Collects a run of inline content as Markdown and as plain words at once. White space is folded as a browser
 * folds it, over the borders of elements too.
 */
export class InlineWriter {
  #md: string[] = [];
  #plain: string[] = [];
  /** A space that was seen and is written once something follows it. */
  #space = false;
  #empty = true;

  get isEmpty(): boolean {
    return this.#empty;
  }

  /** Words of the page, in which nothing is Markdown. */
  text(raw: string, options: { readonly inLink?: boolean } = {}): void {
    const text = cleanText(raw).replace(/[ \t\n]+/g, " ");
    if (text === "") return;
    const words = text.trim();
    if (words === "") {
      this.#space = true;
      return;
    }
    if (text.startsWith(" ")) this.#space = true;
    this.#put(escapeMarkdown(words, options.inLink ?? false), words);
    this.#space = text.endsWith(" ");
  }

  /** Inline code. */
  code(raw: string): void {
    const code = cleanText(raw)
      .replace(/[ \t\n]+/g, " ")
      .trim();
    if (code !== "") this.#put(codeSpan(code), code);
  }

  /** A part that is done already, between marks such as `**`; the spaces at its borders go outside them. */
  part(inner: InlineWriter, before: string, after: string): void {
    const { md, plain } = inner.finish();
    if (inner.#startsWithSpace) this.#space = true;
    if (plain === "" && md === "") return;
    this.#put(`${before}${md}${after}`, plain);
    this.#space = inner.#space;
  }

  /** A line break within the run. */
  lineBreak(): void {
    if (this.#empty) return;
    this.#md.push("<br>");
    this.#plain.push("\n");
    this.#space = false;
  }

  finish(): Text {
    return { md: trimBreaks(this.#md.join("")), plain: this.#plain.join("").trim() };
  }

  #startsWithSpace = false;

  #put(md: string, plain: string): void {
    if (this.#space && this.#empty) this.#startsWithSpace = true;
    const gap = this.#space && !this.#empty && this.#md.at(-1) !== "<br>" ? " " : "";
    this.#md.push(gap, md);
    this.#plain.push(gap, plain);
    this.#space = false;
    this.#empty = false;
  }
}

/** Inline code in as many backticks as it takes. */
export function codeSpan(code: string): string {
  let longest = 0;
  for (const [run] of code.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  const ticks = "`".repeat(longest + 1);
  const pad = code.startsWith("`") || code.endsWith("`") ? " " : "";
  return `${ticks}${pad}${code}${pad}${ticks}`;
}

/** Without line breaks and white space at its end. */
export function trimBreaks(md: string): string {
  let end = md.length;
  while (end >= 4 && md.endsWith("<br>", end)) end -= 4;
  return md.slice(0, end).trim();
}

const SPECIAL = /[\\`*_[\]<&]/;

/**
 * Escapes what Markdown would read as markup, and no more: a lone `*` as in `s3:*` or a `_` within a name stays
 * as the page has it, because readers copy such names.
 */
export function escapeMarkdown(text: string, inLink: boolean): string {
  if (!SPECIAL.test(text)) return text;
  const pairable = { "*": countAbove(text, "*"), _: countAbove(text, "_") };
  const lastLink = text.lastIndexOf("](");
  let out = "";
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (!SPECIAL.test(char) || !needsEscape(text, at, char, { inLink, lastLink, pairable })) continue;
    out += `${text.slice(from, at)}\\`;
    from = at;
  }
  return out + text.slice(from);
}

interface EscapeContext {
  readonly inLink: boolean;
  readonly lastLink: number;
  readonly pairable: { readonly "*": boolean; readonly _: boolean };
}

function needsEscape(text: string, at: number, char: string, context: EscapeContext): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  switch (char) {
    case "`":
      return true;
    case "\\":
      return /[!-/:-@[-`{-~]/.test(after);
    case "*":
      return context.pairable["*"] && (isInk(before) || isInk(after));
    case "_":
      return context.pairable._ && !(isWord(before) && isWord(after)) && (isInk(before) || isInk(after));
    case "<":
      return /[a-z/!?]/i.test(after);
    case "&":
      return /^&#?[a-z0-9]{1,31};/i.test(text.slice(at, at + 34));
    default:
      return context.inLink || (char === "[" && at < context.lastLink);
  }
}

function countAbove(text: string, char: string): boolean {
  const first = text.indexOf(char);
  return first !== -1 && text.indexOf(char, first + 1) !== -1;
}

function isInk(char: string): boolean {
  return char !== "" && char !== " ";
}

function isWord(char: string): boolean {
  return /[\p{L}\p{N}_]/u.test(char);
}
