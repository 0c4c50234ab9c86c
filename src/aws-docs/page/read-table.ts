import type { BlockReader } from "./block-reader.ts";
import { type Block, noText, type Table, type TableRow, type Text } from "./document.ts";
import { attribute, type Element, isElement, walkElements } from "./html-tree.ts";
import { codeSpan } from "./inline-writer.ts";
import { isFurniture } from "./page-furniture.ts";

/** A page may ask for 65,000 rows of 1,000 columns with two attributes: real tables stay far below these. */
const MAX_COLUMNS = 60;
const MAX_CELLS = 200_000;

/** Reads a table with its spans expanded, so that each row says everything that belongs to it. */
export function readTable(table: Element, reader: BlockReader, anchors: readonly string[]): Table {
  const { caption, head, body } = collectRows(table);
  const budget = { cells: MAX_CELLS };
  const headGrid = expand(head, reader, budget, "header");
  const bodyGrid = expand(body, reader, budget, "body");
  const columns = [...headGrid, ...bodyGrid].reduce((most, { cells }) => Math.max(most, cells.length), 1);
  return {
    kind: "table",
    anchors: [...anchors, ...headGrid.flatMap((row) => row.anchors)],
    caption: caption ? reader.readInline(caption) : undefined,
    header: Array.from({ length: columns }, (_, column) => headerOf(headGrid, column)),
    rows: bodyGrid.map((row) => ({ ...row, cells: pad(row.cells, columns) })),
  };
}

interface Rows {
  readonly caption: Element | undefined;
  readonly head: readonly Element[];
  readonly body: readonly Element[];
}

function collectRows(table: Element): Rows {
  const parts = table.childNodes.filter(isElement).filter((part) => !isFurniture(part));
  const head = parts.filter(({ tagName }) => tagName === "thead").flatMap(rowsOf);
  const body = parts
    .filter(({ tagName }) => tagName !== "thead" && tagName !== "caption")
    .flatMap((part) => (part.tagName === "tr" ? [part] : rowsOf(part)));
  const caption = parts.find(({ tagName }) => tagName === "caption");
  const [first, ...rest] = body;
  if (head.length === 0 && first && cellsOf(first).every(({ tagName }) => tagName === "th"))
    return { caption, head: [first], body: rest };
  return { caption, head, body };
}

function rowsOf(part: Element): Element[] {
  return part.childNodes.filter(isElement).filter(({ tagName }) => tagName === "tr");
}

function cellsOf(row: Element): Element[] {
  return row.childNodes.filter(isElement).filter((cell) => cell.tagName === "td" || cell.tagName === "th");
}

interface Spanning {
  readonly text: Text;
  rowsLeft: number;
}

function expand(
  rows: readonly Element[],
  reader: BlockReader,
  budget: { cells: number },
  part: "header" | "body",
): TableRow[] {
  const grid: TableRow[] = [];
  /** Cells from above that still reach down, by column. */
  let hanging: (Spanning | undefined)[] = [];
  let group = 0;
  for (const [index, row] of rows.entries()) {
    if (budget.cells <= 0) break;
    if ((hanging[0]?.rowsLeft ?? 0) === 0) group = index;
    const cells: Text[] = [];
    const next: (Spanning | undefined)[] = [];
    const queue = cellsOf(row);
    while (cells.length < MAX_COLUMNS) {
      const above = hanging[cells.length];
      if (above && above.rowsLeft > 0) {
        next[cells.length] = { text: above.text, rowsLeft: above.rowsLeft - 1 };
        cells.push(above.text);
        continue;
      }
      const cell = queue.shift();
      if (!cell) break;
      place(cell, cells, next, {
        text: flatten(reader.readNested(cell)),
        left: rows.length - index - 1,
        part,
      });
    }
    hanging = next;
    budget.cells -= cells.length;
    grid.push({ anchors: rowAnchors(row), cells, group });
  }
  return grid;
}

/** A cell over several columns shows its text in the first of them; in a header, in all. */
function place(
  cell: Element,
  cells: Text[],
  next: (Spanning | undefined)[],
  { text, left, part }: { text: Text; left: number; part: "header" | "body" },
): void {
  const columns = Math.min(span(cell, "colspan"), MAX_COLUMNS - cells.length);
  const rowspan = attribute(cell, "rowspan") === "0" ? left : span(cell, "rowspan") - 1;
  for (let column = 0; column < columns; column++) {
    const shown = column === 0 || part === "header" ? text : noText;
    if (rowspan > 0) next[cells.length] = { text: shown, rowsLeft: Math.min(rowspan, left) };
    cells.push(shown);
  }
}

function span(cell: Element, name: string): number {
  const value = Number.parseInt(attribute(cell, name) ?? "1", 10);
  return Number.isSafeInteger(value) && value > 0 ? Math.min(value, 65_534) : 1;
}

function rowAnchors(row: Element): string[] {
  const ids: string[] = [];
  const own = attribute(row, "id");
  if (own) ids.push(own);
  for (const element of walkElements(row)) {
    const id = attribute(element, "id") ?? (element.tagName === "a" ? attribute(element, "name") : undefined);
    if (id) ids.push(id);
  }
  return [...new Set(ids)];
}

function headerOf(head: readonly TableRow[], column: number): Text {
  const texts = head.map(({ cells }) => cells[column] ?? noText).filter(({ md }) => md !== "");
  const distinct = texts.filter((text, index) => texts.findIndex(({ md }) => md === text.md) === index);
  return {
    md: distinct.map(({ md }) => md).join(" / "),
    plain: distinct.map(({ plain }) => plain).join(" "),
  };
}

function pad(cells: readonly Text[], columns: number): readonly Text[] {
  return cells.length === columns
    ? cells
    : [...cells, ...Array.from({ length: columns - cells.length }, () => noText)];
}

/** Blocks in the one line that a cell of a Markdown table has. */
function flatten(blocks: readonly Block[]): Text {
  const lines = blocks.flatMap(linesOf).filter(({ md }) => md !== "");
  return { md: lines.map(({ md }) => md).join("<br>"), plain: lines.map(({ plain }) => plain).join("\n") };
}

function linesOf(block: Block): readonly Text[] {
  switch (block.kind) {
    case "paragraph":
    case "heading":
      return [block.text];
    case "code":
      return block.code.split("\n").map((line) => ({ md: line === "" ? "" : codeSpan(line), plain: line }));
    case "list":
      return block.items.map(({ blocks }, index) =>
        prefix(block.ordered ? `${block.start + index}. ` : "• ", flatten(blocks)),
      );
    case "note":
      return [prefix(block.label === "" ? "" : `**${block.label}:** `, flatten(block.blocks))];
    case "group":
      return [block.title, flatten(block.blocks)];
    case "definitions":
      return block.entries.flatMap(({ term, blocks }) => [term, flatten(blocks)]);
    case "table":
      return block.rows.map(({ cells }) => joinCells(cells));
  }
}

function prefix(mark: string, text: Text): Text {
  return text.md === "" ? text : { ...text, md: mark + text.md };
}

function joinCells(cells: readonly Text[]): Text {
  const filled = cells.filter(({ md }) => md !== "");
  return { md: filled.map(({ md }) => md).join(", "), plain: filled.map(({ plain }) => plain).join(" ") };
}
