import type { Block, Table, Text } from "./document.ts";

/** The smallest part of a page that can be quoted: a paragraph, an item, a row, a sample. */
export interface Passage {
  readonly plain: string;
  /** As shown to a reader; for a row, with the names of its columns. */
  readonly md: string;
  /** The same without links and marks, in one line. */
  readonly quote: string;
  /** The heading below which it stands. */
  readonly section: { readonly title: string; readonly anchor: string };
}

/** Samples longer than this are quoted in windows of lines, which overlap so that no term falls between two. */
const CODE_LINES = 24;
const OVERLAP_LINES = 4;

/** All passages of a run of blocks, in the order of the page. Headings are passages too: they carry words. */
export function listPassages(
  blocks: readonly Block[],
  section = { title: "", anchor: "" },
): readonly Passage[] {
  const passages: Passage[] = [];
  collect(blocks, section, passages);
  return passages;
}

function collect(blocks: readonly Block[], outer: Passage["section"], passages: Passage[]): void {
  let section = outer;
  const add = (text: Text) => {
    if (text.plain !== "") passages.push({ ...text, quote: oneLine(text.plain), section });
  };
  for (const block of blocks) {
    switch (block.kind) {
      case "heading":
        section = { title: block.text.plain, anchor: block.anchors[0] ?? "" };
        add(block.text);
        break;
      case "paragraph":
        add(block.text);
        break;
      case "code":
        for (const window of windows(block.code))
          passages.push({
            plain: window,
            md: `\`\`\`${block.language}\n${window}\n\`\`\``,
            quote: oneLine(window),
            section,
          });
        break;
      case "list":
        for (const item of block.items) collect(item.blocks, section, passages);
        break;
      case "note":
        collect(block.blocks, section, passages);
        break;
      case "group":
        add(block.title);
        collect(block.blocks, section, passages);
        break;
      case "definitions":
        for (const { term, blocks: inner } of block.entries)
          collectDefinition(term, inner, section, passages);
        break;
      case "table":
        collectTable(block, section, passages);
        break;
    }
  }
}

/** A term is quoted with what follows it, and found on its own as well as there. */
function collectDefinition(
  term: Text,
  blocks: readonly Block[],
  section: Passage["section"],
  passages: Passage[],
): void {
  const [first, ...rest] = blocks;
  if (first?.kind === "paragraph") {
    passages.push({
      plain: `${term.plain}\n${first.text.plain}`,
      md: `**${term.plain}**: ${first.text.md}`,
      quote: `${oneLine(term.plain)}: ${oneLine(first.text.plain)}`,
      section,
    });
    collect(rest, section, passages);
    return;
  }
  if (term.plain !== "")
    passages.push({ plain: term.plain, md: `**${term.plain}**`, quote: oneLine(term.plain), section });
  collect(blocks, section, passages);
}

function collectTable(table: Table, section: Passage["section"], passages: Passage[]): void {
  const { caption, header } = table;
  if (caption && caption.plain !== "") passages.push({ ...caption, quote: oneLine(caption.plain), section });
  const names = header.map(({ plain }) => plain).filter(Boolean);
  if (names.length > 0)
    passages.push({
      plain: names.join("\n"),
      md: names.join(" | "),
      quote: oneLine(names.join(" | ")),
      section,
    });
  for (const { cells } of table.rows) {
    const filled = cells
      .map((cell, column) => ({ cell, name: header[column]?.plain ?? "" }))
      .filter(({ cell }) => cell.plain !== "");
    if (filled.length === 0) continue;
    const join = (form: (cell: Text) => string) =>
      filled.map(({ cell, name }) => (name === "" ? form(cell) : `${name}: ${form(cell)}`)).join(" | ");
    passages.push({
      plain: filled.map(({ cell }) => cell.plain).join("\n"),
      md: join(({ md }) => md),
      quote: oneLine(join(({ plain }) => plain)),
      section,
    });
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function windows(code: string): string[] {
  const lines = code.split("\n");
  const parts: string[] = [];
  for (let from = 0; from === 0 || from + OVERLAP_LINES < lines.length; from += CODE_LINES - OVERLAP_LINES)
    parts.push(lines.slice(from, from + CODE_LINES).join("\n"));
  return parts;
}
