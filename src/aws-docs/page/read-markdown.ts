import { absoluteUrl } from "./block-reader.ts";
import { cleanText } from "./clean-text.ts";
import type { Block, Code, Definition, Group, ListItem, PageDocument, TableRow, Text } from "./document.ts";
import { readMarkdownText } from "./markdown-text.ts";

/**
 * Reads the native Markdown of the documentation site: one line is one paragraph, anchors stand on lines of
 * their own below their heading, notes and terms are bold lines, tabs are headings between rules.
 * Returns undefined for what is no page of it (a stub, an HTML shell). `base` is the page's address.
 */
export function readMarkdown(markdown: string, base: string): PageDocument | undefined {
  const text = cleanText(markdown).trim();
  if (/^<(?:!doctype|html|\?xml)/i.test(text)) return undefined;
  const lines = stripComments(text).split("\n");
  const blocks = new LineReader(lines, base, 0).read();
  const title = blocks.find((block) => block.kind === "heading" && block.level === 1);
  if (title?.kind !== "heading" && text.length < STUB_CHARS) return undefined;
  if (!blocks.some(({ kind }) => kind !== "heading")) return undefined;
  return { title: title?.kind === "heading" ? title.text.plain : "", blocks, rendition: "md" };
}

const STUB_CHARS = 200;
const MAX_LIST_DEPTH = 24;
const MAX_TERM_LINE = 600;

const ANCHOR_LINE = /^\s*(?:<a (?:name|id)="[^"\s]{1,200}">\s*<\/a>\s*)+$/;
const ANCHOR = /<a (?:name|id)="([^"\s]{1,200})">\s*<\/a>/g;
const HEADING = /^(#{1,6})[ \t]+(\S.*)$/;
const FENCE = /^[ \t]*(`{3,}|~{3,})[ \t]*([^\s`]{0,40})/;
const RULE = /^\s*(?:-{3,}|\*{3,}|_{3,})\s*$/;
const MARKER = /^([ \t]*)([+*-]|\d{1,9}[.)])([ \t]+|$)/;
const TAB_TITLE = /^\[ ?(.{1,120}?) ?\]$/;
const NOTE_LABEL = /^\s*\*\*(Note|Important|Tip|Warning|Caution)\*\*\s*$/i;
/** `****Term****`, and the `** [Name](#x) **` of API parameters, each with anchors behind it. */
const TERM = /^\s*(?:\*\*\*\*([^*].*?)\*\*\*\*|\*\* ?([^*\s].*?) ?\*\*)\s*(?:<a [^>]{1,220}>\s*<\/a>\s*)*$/;
const TABLE_RULE = /^\s*\|(?:\s*:?-{1,}:?\s*\|)+\s*$/;

class LineReader {
  readonly #lines: readonly string[];
  readonly #base: string;
  readonly #depth: number;
  #at = 0;
  #pending: string[] = [];

  constructor(lines: readonly string[], base: string, depth: number) {
    this.#lines = lines;
    this.#base = base;
    this.#depth = depth;
  }

  read(until: (line: string) => boolean = () => false): Block[] {
    const blocks: Block[] = [];
    while (this.#at < this.#lines.length) {
      const line = this.#line();
      if (until(line)) break;
      if (line.trim() === "" || RULE.test(line)) this.#at += 1;
      else if (ANCHOR_LINE.test(line)) this.#anchors(line, blocks);
      else blocks.push(...this.#block(line));
    }
    return blocks;
  }

  #line(offset = 0): string {
    return this.#lines[this.#at + offset] ?? "";
  }

  #block(line: string): readonly Block[] {
    const heading = HEADING.exec(line);
    if (heading) return this.#heading(heading[1]?.length ?? 1, heading[2] ?? "");
    const fence = FENCE.exec(line);
    if (fence) return [this.#fence(fence[1] ?? "```", fence[2] ?? "")];
    if (line.trimStart().startsWith("|") && TABLE_RULE.test(this.#line(1))) return [this.#table()];
    if (MARKER.test(line) && this.#depth < MAX_LIST_DEPTH) return this.#list();
    const note = NOTE_LABEL.exec(line);
    if (note) return this.#note(note[1] ?? "Note");
    // An API page writes its parameters as terms right below each other; a bold line of its own is a label.
    if (isTerm(line) && this.#line(1).trim() !== "") return [this.#definitions()];
    this.#at += 1;
    const { text, anchors } = this.#text(line);
    return text.md === "" ? this.#keep(anchors) : [{ kind: "paragraph", anchors: this.#take(anchors), text }];
  }

  /** A line of anchors names the heading above it, or else what follows. */
  #anchors(line: string, blocks: Block[]): void {
    const names = [...line.matchAll(ANCHOR)].flatMap(([, name]) => name ?? []);
    const last = blocks.at(-1);
    if (last?.kind === "heading")
      blocks[blocks.length - 1] = { ...last, anchors: [...last.anchors, ...names] };
    else this.#pending.push(...names);
    this.#at += 1;
  }

  #heading(level: number, raw: string): readonly Block[] {
    this.#at += 1;
    const { text, anchors } = this.#text(raw);
    const tab = level >= 4 ? TAB_TITLE.exec(text.plain) : null;
    if (tab) return [this.#tab(tab[1] ?? "")];
    const own = this.#take(anchors);
    if (level === 6)
      return [{ kind: "paragraph", anchors: own, text: { md: `**${text.md}**`, plain: text.plain } }];
    return text.md === "" ? [] : [{ kind: "heading", anchors: own, level, text }];
  }

  #tab(title: string): Group {
    const isEnd = (line: string) =>
      /^\s*-{3,}\s*$/.test(line) || /^#{4,6}[ \t]+\[/.test(line) || /^#{1,3}[ \t]/.test(line);
    return {
      kind: "group",
      anchors: this.#take([]),
      style: "tab",
      title: { md: title, plain: title },
      blocks: this.read(isEnd),
    };
  }

  #fence(marks: string, language: string): Code {
    this.#at += 1;
    const code: string[] = [];
    while (this.#at < this.#lines.length) {
      const line = this.#line();
      this.#at += 1;
      const trimmed = line.trim();
      if (trimmed.startsWith(marks) && trimmed === marks.charAt(0).repeat(trimmed.length)) break;
      code.push(dropPlaceholders(line).trimEnd());
    }
    return {
      kind: "code",
      anchors: this.#take([]),
      language: language.toLowerCase(),
      code: code.join("\n").trimEnd(),
    };
  }

  #table(): Block {
    const header = splitCells(this.#line()).map((cell) => this.#text(cell).text);
    this.#at += 2;
    const rows: TableRow[] = [];
    while (this.#line().trimStart().startsWith("|")) {
      const cells = splitCells(this.#line()).map((cell) => this.#text(cell));
      rows.push({
        anchors: cells.flatMap(({ anchors }) => anchors),
        cells: cells.slice(0, header.length).map(({ text }) => text),
        group: rows.length,
      });
      this.#at += 1;
    }
    return { kind: "table", anchors: this.#take([]), caption: undefined, header, rows };
  }

  #list(): readonly Block[] {
    const [, indent = "", first = ""] = MARKER.exec(this.#line()) ?? [];
    const ordered = /\d/.test(first);
    const anchors = this.#take([]);
    const items: ListItem[] = [];
    for (;;) {
      const match = MARKER.exec(this.#line());
      if (!match || width(match[1] ?? "") !== width(indent) || /\d/.test(match[2] ?? "") !== ordered) break;
      const lines = this.#itemLines(match[0].length);
      const blocks = new LineReader(lines, this.#base, this.#depth + 1).read();
      if (blocks.length > 0) items.push({ anchors: [], blocks });
      this.#skipBlankBefore(indent, ordered);
    }
    // The native Markdown writes every number as 1.
    return items.length === 0 ? [] : [{ kind: "list", anchors, ordered, start: 1, items }];
  }

  /** The lines of one item without their indent; the marker is `marker` characters wide. */
  #itemLines(marker: number): string[] {
    const outer = width(MARKER.exec(this.#line())?.[1] ?? "");
    const lines = [this.#line().slice(marker)];
    this.#at += 1;
    let fence = "";
    while (this.#at < this.#lines.length) {
      const line = this.#line();
      const blank = line.trim() === "";
      if (!blank && width(line) <= outer && fence === "") break;
      if (blank && fence === "" && !this.#isContinued(outer)) break;
      const mark = FENCE.exec(line)?.[1];
      if (mark !== undefined) fence = fence === "" ? mark : fenceAfter(fence, line);
      lines.push(dedent(line, marker));
      this.#at += 1;
    }
    return lines;
  }

  /** After blank lines, only what is indented deeper still belongs to the item. */
  #isContinued(outer: number): boolean {
    let offset = 0;
    while (this.#at + offset < this.#lines.length && this.#line(offset).trim() === "") offset += 1;
    const next = this.#line(offset);
    return next !== "" && width(next) > outer;
  }

  #skipBlankBefore(indent: string, ordered: boolean): void {
    let offset = 0;
    while (this.#at + offset < this.#lines.length && this.#line(offset).trim() === "") offset += 1;
    const match = MARKER.exec(this.#line(offset));
    if (
      offset > 0 &&
      match &&
      width(match[1] ?? "") === width(indent) &&
      /\d/.test(match[2] ?? "") === ordered
    )
      this.#at += offset;
  }

  #note(label: string): readonly Block[] {
    this.#at += 1;
    const anchors = this.#take([]);
    const blocks = this.read((line) => isParagraphEnd(line) || NOTE_LABEL.test(line));
    return blocks.length === 0 ? [] : [{ kind: "note", anchors, label, blocks }];
  }

  #definitions(): Block {
    const entries: Definition[] = [];
    const anchors = this.#take([]);
    while (isTerm(this.#line())) {
      const match = TERM.exec(this.#line());
      const term = this.#text((match?.[1] ?? match?.[2] ?? "").trim()).text;
      const names = [...this.#line().matchAll(ANCHOR)].flatMap(([, name]) => name ?? []);
      this.#at += 1;
      const own = this.#take(names);
      const blocks = this.read((line) => isParagraphEnd(line) || isTerm(line));
      entries.push({ anchors: own, term, blocks });
      while (this.#at < this.#lines.length && this.#line().trim() === "" && isTerm(this.#line(1)))
        this.#at += 1;
    }
    return { kind: "definitions", anchors, entries };
  }

  #text(raw: string): { readonly text: Text; readonly anchors: readonly string[] } {
    const anchors = [...raw.matchAll(ANCHOR)].flatMap(([, name]) => name ?? []);
    const source = dropPlaceholders(anchors.length > 0 ? raw.replace(ANCHOR, "") : raw);
    return { text: readMarkdownText(source, (href) => absoluteUrl(href, this.#base)), anchors };
  }

  #keep(anchors: readonly string[]): readonly Block[] {
    this.#pending.push(...anchors);
    return [];
  }

  #take(ids: readonly string[]): readonly string[] {
    const anchors = [...new Set([...this.#pending, ...ids])];
    this.#pending = [];
    return anchors;
  }
}

/** Bold lines that are labels, not terms. */
const NOT_TERM = /^\s*\*\*(?:Note|Important|Tip|Warning|Caution|Topics|Example.*)\*\*\s*$/i;

function isTerm(line: string): boolean {
  return line.length < MAX_TERM_LINE && TERM.test(line) && !NOT_TERM.test(line);
}

function isParagraphEnd(line: string): boolean {
  return line.trim() === "" || HEADING.test(line) || RULE.test(line);
}

function width(line: string): number {
  return line.length - line.trimStart().length;
}

function dedent(line: string, by: number): string {
  return line.slice(Math.min(by, width(line)));
}

function fenceAfter(open: string, line: string): string {
  const trimmed = line.trim();
  return trimmed.startsWith(open) && trimmed === open.charAt(0).repeat(trimmed.length) ? "" : open;
}

/** `{{value}}` marks what a reader replaces; the braces are not part of the text. */
function dropPlaceholders(text: string): string {
  return text.includes("{{") ? text.replace(/\{\{([^{}\n]{1,200})\}\}/g, "$1") : text;
}

function stripComments(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (;;) {
    const start = text.indexOf("<!--", from);
    const end = start === -1 ? -1 : text.indexOf("-->", start);
    if (end === -1) break;
    parts.push(text.slice(from, start));
    from = end + 3;
  }
  parts.push(text.slice(from));
  return parts.join("");
}

/** The cells of a row of a Markdown table; `\|` is no border, and neither is a `|` within code. */
function splitCells(row: string): string[] {
  const cells: string[] = [];
  const line = row.trim().replace(/^\|/, "");
  let from = 0;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === "\\") at += 1;
    else if (line[at] === "|") {
      cells.push(line.slice(from, at).trim());
      from = at + 1;
    }
  }
  if (line.slice(from).trim() !== "") cells.push(line.slice(from).trim());
  return cells;
}
