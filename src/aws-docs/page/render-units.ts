import type { Block, Code, Definitions, Group, List, Note, Table, TableRow, Text } from "./document.ts";
import { escapeMarkdown } from "./inline-writer.ts";

/**
 * The smallest piece of Markdown that is never cut: a paragraph, a line of a sample, a row of a table. Pages are
 * put together from units, so that a part may begin and end between any two of them.
 */
export interface Unit {
  readonly text: string;
  /** What stands between this unit and the one before, when both are in the same part. */
  readonly gap: "" | "\n" | "\n\n";
  /** What has to be open around the unit: the fence of a sample, the header of a table. */
  readonly frame: Frame | undefined;
}

export interface Frame {
  readonly open: string;
  /** The same again, when a part begins within the frame. */
  readonly reopen: string;
  readonly close: string;
}

/** A paragraph longer than this is cut at the end of a sentence. */
const MAX_UNIT_CHARS = 1800;
/** A line of a sample longer than this is no line that anybody wrote. */
const MAX_LINE_CHARS = 6000;
/** A row longer than this is written as one line per cell: as a row it could neither be read nor cut. */
const MAX_ROW_CHARS = 3000;

export function renderUnits(blocks: readonly Block[]): readonly Unit[] {
  const writer = new UnitWriter();
  writer.blocks(blocks, { first: "", rest: "" });
  return writer.units;
}

/** The Markdown of the units from `start` up to `end`. */
export function joinUnits(units: readonly Unit[], start = 0, end = units.length): string {
  const parts: string[] = [];
  for (let at = start; at < end; at++) parts.push(stepInto(units, at, at === start));
  return parts.join("") + (units[end - 1]?.frame?.close ?? "");
}

/** What the unit at `at` adds to a text that ends with the unit before it, or that it begins. */
export function stepInto(units: readonly Unit[], at: number, isFirst: boolean): string {
  const unit = units[at];
  if (!unit) return "";
  const before = units[at - 1]?.frame;
  if (unit.frame === before && unit.frame)
    return isFirst ? unit.frame.reopen + unit.text : unit.gap + unit.text;
  const open = unit.frame?.open ?? "";
  if (isFirst) return open + unit.text;
  // The gap of a framed unit is the one between lines within the frame.
  return (before?.close ?? "") + (unit.frame ? "\n\n" : unit.gap) + open + unit.text;
}

/** What begins the first line of a block, and every further one: bullets, quotation marks, indents. */
interface Lead {
  readonly first: string;
  readonly rest: string;
}

class UnitWriter {
  readonly units: Unit[] = [];

  blocks(blocks: readonly Block[], lead: Lead, tight = false): void {
    let current = lead;
    for (const [index, block] of blocks.entries()) {
      this.#block(block, current, tight && (index === 0 || block.kind === "list"));
      current = { first: lead.rest, rest: lead.rest };
    }
  }

  #block(block: Block, lead: Lead, tight: boolean): void {
    switch (block.kind) {
      case "heading":
        this.#put(`${lead.first}${"#".repeat(block.level)} ${block.text.md}`);
        break;
      case "paragraph":
        this.#paragraph(block.text, lead, tight);
        break;
      case "code":
        this.#code(block, lead);
        break;
      case "list":
        this.#list(block, lead, tight);
        break;
      case "note":
        this.#note(block, lead);
        break;
      case "group":
        this.#group(block, lead);
        break;
      case "definitions":
        this.#definitions(block, lead);
        break;
      case "table":
        this.#table(block, lead);
        break;
    }
  }

  #put(text: string, gap: Unit["gap"] = "\n\n", frame?: Frame): void {
    this.units.push({ text, gap, frame });
  }

  #paragraph(text: Text, lead: Lead, tight: boolean): void {
    const lines = escapeLineStart(text.md).split("<br>");
    let first = true;
    for (const line of lines) {
      for (const piece of cut(line.trim(), MAX_UNIT_CHARS)) {
        const gap = tight && first ? "\n" : "\n\n";
        this.#put(`${first ? lead.first : lead.rest}${piece}`, first ? gap : "\n");
        first = false;
      }
    }
  }

  #code({ code, language }: Code, lead: Lead): void {
    let longest = 2;
    for (const [run] of code.matchAll(/^\s*`{3,}/gm)) longest = Math.max(longest, run.trim().length);
    const fence = "`".repeat(longest + 1);
    const frame: Frame = {
      open: `${lead.first}${fence}${language}\n`,
      reopen: `${lead.rest}${fence}${language}\n`,
      close: `\n${lead.rest}${fence}`,
    };
    for (const line of code.split("\n"))
      for (const piece of line === "" ? [""] : cut(line, MAX_LINE_CHARS))
        this.#put(`${lead.rest}${piece}`, "\n", frame);
  }

  #list(list: List, lead: Lead, tight: boolean): void {
    for (const [index, item] of list.items.entries()) {
      const marker = list.ordered ? `${list.start + index}. ` : "- ";
      const before = index === 0 ? lead.first : lead.rest;
      const from = this.units.length;
      this.blocks(item.blocks, { first: before + marker, rest: lead.rest + " ".repeat(marker.length) }, true);
      const unit = this.units[from];
      if (unit && index === 0 && !tight) this.units[from] = { ...unit, gap: "\n\n" };
    }
  }

  #note(note: Note, lead: Lead): void {
    const quoted: Lead = { first: `${lead.first}> `, rest: `${lead.rest}> ` };
    const [first, ...others] = note.blocks;
    const from = this.units.length;
    if (note.label === "") this.blocks(note.blocks, quoted);
    else if (first?.kind === "paragraph") {
      const label = `**${escapeMarkdown(note.label, false)}:** `;
      this.#paragraph(first.text, { first: quoted.first + label, rest: quoted.rest }, false);
      this.blocks(others, { first: quoted.rest, rest: quoted.rest });
    } else {
      this.#put(`${quoted.first}**${escapeMarkdown(note.label, false)}:**`);
      this.blocks(note.blocks, { first: quoted.rest, rest: quoted.rest });
    }
    // Blank lines within a quotation need its mark, or it would end there.
    const blank = quoted.rest.trimEnd();
    for (let at = from + 1; at < this.units.length; at++) {
      const unit = this.units[at];
      if (unit?.gap === "\n\n" && !unit.frame)
        this.units[at] = { ...unit, gap: "\n", text: `${blank}\n${unit.text}` };
    }
  }

  #group({ style, title, blocks }: Group, lead: Lead): void {
    let current = lead;
    if (title.md !== "") {
      const label = style === "tab" ? `[${title.md}]` : title.md;
      this.#put(`${lead.first}**${label.replaceAll("**", "")}**`);
      current = { first: lead.rest, rest: lead.rest };
    }
    this.blocks(blocks, current);
  }

  #definitions({ entries }: Definitions, lead: Lead): void {
    let current = lead;
    for (const { term, blocks } of entries) {
      if (term.md !== "") {
        const marked = /^(?:\*\*|`)/.test(term.md) ? term.md : `**${term.md.replaceAll("**", "")}**`;
        this.#put(`${current.first}${marked.replaceAll("<br>", " ")}`);
        current = { first: lead.rest, rest: lead.rest };
      }
      this.blocks(blocks, current);
      current = { first: lead.rest, rest: lead.rest };
    }
  }

  #table(table: Table, lead: Lead): void {
    let current = lead;
    if (table.caption && table.caption.md !== "") {
      this.#put(`${lead.first}**${table.caption.md.replaceAll("**", "").replaceAll("<br>", " ")}**`);
      current = { first: lead.rest, rest: lead.rest };
    }
    const head = `${row(table.header)}\n${lead.rest}|${" --- |".repeat(table.header.length)}\n`;
    const frame: Frame = { open: current.first + head, reopen: lead.rest + head, close: "" };
    let empty = true;
    for (const each of table.rows) {
      const text = row(each.cells);
      if (text.length > MAX_ROW_CHARS) this.#longRow(table, each, lead);
      else this.#put(`${lead.rest}${text}`, "\n", frame);
      empty = false;
    }
    if (empty) this.#put(frame.open.trimEnd());
  }

  /** One paragraph per cell, each with the name of its column. */
  #longRow({ header }: Table, { cells }: TableRow, lead: Lead): void {
    for (const [column, cell] of cells.entries()) {
      if (cell.md === "") continue;
      const name = header[column]?.md ?? "";
      const text = { ...cell, md: name === "" ? cell.md : `**${name.replaceAll("**", "")}:** ${cell.md}` };
      this.#paragraph(text, { first: lead.rest, rest: lead.rest }, false);
    }
  }
}

function row(cells: readonly Text[]): string {
  return `| ${cells.map(({ md }) => md.replace(/\\?\|/g, "\\|")).join(" | ")} |`;
}

/** A paragraph must not begin like a heading, a list or a quotation. */
function escapeLineStart(md: string): string {
  return md.replace(/^(?:(#{1,6}|[+-])(?=\s|$)|(>)|(\d{1,9})(?=[.)]\s))/, (match, mark, quote, number) => {
    if (number !== undefined) return `${number}\\`;
    return mark === undefined && quote === undefined ? match : `\\${match}`;
  });
}

/** Pieces of at most `max` characters, cut at spaces outside of code and links where there are any. */
function cut(text: string, max: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const end = cutPoint(rest, max);
    pieces.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  if (rest !== "" || pieces.length === 0) pieces.push(rest);
  return pieces;
}

function cutPoint(text: string, max: number): number {
  const spaces = freeSpaces(text, max);
  const sentence = spaces.findLast((at) => at > max / 2 && /[.!?]/.test(text.charAt(at - 1)));
  const best = sentence ?? spaces.at(-1);
  if (best !== undefined) return best;
  // Half a surrogate pair would not survive the way to the client.
  return /[\ud800-\udbff]/.test(text.charAt(max - 1)) ? max - 1 : max;
}

const CODE_OR_LINK = /\\.|`|[[(]|[\])]| /gs;

/** Places of spaces in the first `max` characters that stand neither in code nor in a link. */
function freeSpaces(text: string, max: number): number[] {
  const spaces: number[] = [];
  let code = false;
  let depth = 0;
  for (const { 0: mark, index } of text.slice(0, max).matchAll(CODE_OR_LINK)) {
    if (mark === "`") code = !code;
    if (code) continue;
    if (mark === "[" || mark === "(") depth += 1;
    if (mark === "]" || mark === ")") depth = Math.max(0, depth - 1);
    if (mark === " " && depth === 0 && index > 0) spaces.push(index);
  }
  return spaces;
}
