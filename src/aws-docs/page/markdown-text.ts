import type { Text } from "./document.ts";
import { codeSpan, escapeMarkdown, trimBreaks } from "./inline-writer.ts";

/** Inline Markdown as the site writes it: kept for showing, with safe absolute links; stripped for searching. */
export function readMarkdownText(source: string, absolute: (href: string) => string | undefined): Text {
  const text = source.trim();
  if (text.length > MAX_TEXT_CHARS) return { md: escapeMarkdown(text, false), plain: text };
  return new TextReader(text, absolute).read();
}

const MARKUP = /[*_`[\]<|\\]/;
const PUNCTUATION = /[!-/:-@[-`{-~]/;
const MAX_TARGET_CHARS = 2000;
const MAX_LABEL_CHARS = 300;
/** A longer paragraph is no prose: its marks are not worth the time. */
const MAX_TEXT_CHARS = 100_000;
/** Characters that may be looked at for the ends of link targets, so that `](` repeated costs no more. */
const MAX_SCANNED = 400_000;

class TextReader {
  readonly #source: string;
  readonly #absolute: (href: string) => string | undefined;
  #at = 0;
  #md: string[] = [];
  #plain: string[] = [];
  /** Where labels of links may have begun. */
  #scanned = 0;
  #open: { readonly md: number; readonly plain: number }[] = [];

  constructor(source: string, absolute: (href: string) => string | undefined) {
    this.#source = source;
    this.#absolute = absolute;
  }

  read(): Text {
    while (this.#at < this.#source.length) this.#step(this.#source.charAt(this.#at));
    return {
      md: dropEmptyMarks(this.#md.join("")),
      plain: this.#plain
        .join("")
        .replace(/[ \t]+/g, " ")
        .trim(),
    };
  }

  #step(char: string): void {
    switch (char) {
      case "\\":
        this.#escape();
        break;
      case "`":
        this.#code();
        break;
      case "*":
        this.#put(char, "");
        break;
      case "<":
        this.#tag();
        break;
      case "[":
        this.#open.push({ md: this.#md.length, plain: this.#plain.length });
        this.#put(char, char);
        break;
      case "]":
        this.#closeLabel();
        break;
      default:
        this.#words();
        break;
    }
  }

  #words(): void {
    let end = this.#at + 1;
    while (end < this.#source.length && !/[\\`*<[\]]/.test(this.#source.charAt(end))) end += 1;
    const words = this.#source.slice(this.#at, end);
    this.#at = end;
    this.#md.push(words);
    this.#plain.push(words);
  }

  #put(md: string, plain: string): void {
    this.#md.push(md);
    this.#plain.push(plain);
    this.#at += 1;
  }

  #escape(): void {
    const next = this.#source.charAt(this.#at + 1);
    if (!PUNCTUATION.test(next)) {
      this.#put("\\", "\\");
      return;
    }
    // The site escapes every sign there is: only what would be markup stays escaped.
    this.#md.push(MARKUP.test(next) ? `\\${next}` : next);
    this.#plain.push(next);
    this.#at += 2;
  }

  #code(): void {
    let end = this.#at;
    while (this.#source.charAt(end) === "`") end += 1;
    const ticks = this.#source.slice(this.#at, end);
    const close = findRun(this.#source, ticks, end);
    if (close === -1) {
      this.#md.push(`\\${ticks.split("").join("\\")}`);
      this.#plain.push(ticks);
      this.#at = end;
      return;
    }
    // Inside a table the site escapes the bar within code as well.
    const code = this.#source.slice(end, close).replaceAll("\\|", "|");
    this.#md.push(codeSpan(code.trim()));
    this.#plain.push(code.trim());
    this.#at = close + ticks.length;
  }

  /** The site's own tags: line breaks and samples in cells. Any other is shown as what it is. */
  #tag(): void {
    if (/^<pre>/i.test(this.#source.slice(this.#at, this.#at + 5))) {
      this.#sample();
      return;
    }
    const tag = /^<(br|\/?pre|\/?p|\/?sup)\s*\/?>/i.exec(this.#source.slice(this.#at, this.#at + 12));
    if (!tag) {
      const looksLikeTag = /[a-z/!?]/i.test(this.#source.charAt(this.#at + 1));
      this.#put(looksLikeTag ? "\\<" : "<", "<");
      return;
    }
    this.#at += tag[0].length;
    const broken = tag[1]?.toLowerCase() === "br";
    if (broken) this.#md.push("<br>");
    this.#plain.push(tag[1]?.toLowerCase().endsWith("sup") ? "" : "\n");
  }

  /** A sample in a cell of a table: its lines are parted by `<br />`. */
  #sample(): void {
    const from = this.#at + 5;
    const close = this.#source.indexOf("</pre>", from);
    const end = close === -1 ? this.#source.length : close;
    const lines = this.#source
      .slice(from, end)
      .replaceAll("\\|", "|")
      .split(/<br ?\/?>/i)
      .filter((line) => line.trim() !== "");
    this.#md.push(
      this.#md.length > 0 ? "<br>" : "",
      lines.map(codeSpan).join("<br>"),
      close === -1 ? "" : "<br>",
    );
    this.#plain.push("\n", lines.join("\n"), "\n");
    this.#at = close === -1 ? end : close + 6;
  }

  #closeLabel(): void {
    const label = this.#open.pop();
    if (this.#source.charAt(this.#at + 1) !== "(" || !label) {
      this.#put("]", "]");
      return;
    }
    const target = this.#target(this.#at + 2);
    if (target === undefined) {
      this.#put("]", "]");
      return;
    }
    this.#plain[label.plain] = "";
    const href = this.#absolute(target);
    if (href === undefined) this.#md[label.md] = "";
    else this.#md.push(`](${href})`);
    this.#at += target.length + 3;
  }

  /** What stands up to the `)` that closes the target; parentheses within it are balanced. */
  #target(from: number): string | undefined {
    let depth = 0;
    const end = Math.min(this.#source.length, from + MAX_TARGET_CHARS);
    for (let at = from; at < end && this.#scanned < MAX_SCANNED; at++) {
      this.#scanned += 1;
      const char = this.#source.charAt(at);
      if (char === "(") depth += 1;
      if (char === ")" && depth === 0) return this.#source.slice(from, at);
      if (char === ")") depth -= 1;
    }
    return undefined;
  }
}

/** The next run of exactly these backticks. */
function findRun(text: string, ticks: string, from: number): number {
  let at = text.indexOf(ticks, from);
  while (at !== -1) {
    let end = at;
    while (text.charAt(end) === "`") end += 1;
    if (end - at === ticks.length) return at;
    at = text.indexOf(ticks, end);
  }
  return -1;
}

/** `****` stands where the site had an empty title; `****Term****` is bold twice. */
function dropEmptyMarks(md: string): string {
  const marks = trimBreaks(md)
    .replace(/^\*{4}$/, "")
    .replace(/\*{4,}/g, "**");
  return marks.length < MAX_LABEL_CHARS ? marks.replace(/^\*\* +(.*?) +\*\*$/, "**$1**") : marks;
}
