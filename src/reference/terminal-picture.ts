const COLUMNS = 120;
const CHAR_WIDTH = 8;
const LINE_HEIGHT = 18;
const MARGIN = 16;

/** What the escape sequences of a terminal ask for, as classes of the picture's style sheet. */
const FORMATS: Readonly<Record<string, string>> = {
  "1": "bold",
  "2": "dim",
  "31": "red",
  "33": "yellow",
  "35": "magenta",
  "36": "cyan",
};
/** What ends a colour, and what ends bold and dim. */
const RESETS: Readonly<Record<string, readonly string[]>> = {
  "22": ["bold", "dim"],
  "39": ["red", "yellow", "magenta", "cyan"],
};

const STYLE = [
  "text { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace; fill: #d4d4d4; }",
  ".bold { font-weight: bold; fill: #ffffff; }",
  ".dim { fill: #9aa0a6; }",
  ".red { fill: #ff7b72; font-weight: bold; }",
  ".yellow { fill: #e3b341; }",
  ".magenta { fill: #e596f5; }",
  ".cyan { fill: #76e3ea; }",
].join("\n");

interface Cell {
  readonly char: string;
  readonly classes: string;
}

/**
 * A terminal's output, escape sequences and all, as an SVG picture of 120 columns; longer lines go on in the next, as
 * in a terminal. Characters have to be of one column's width.
 */
export function terminalPicture(output: string, title: string): string {
  const rows = readCells(output).flatMap(wrap);
  const width = COLUMNS * CHAR_WIDTH + 2 * MARGIN;
  const height = rows.length * LINE_HEIGHT + 2 * MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escapeMarkup(title)}</title>`,
    `<style>${STYLE}</style>`,
    `<rect width="100%" height="100%" rx="8" fill="#0d1117"/>`,
    ...rows.flatMap((row, index) => drawRow(row, index)),
    "</svg>",
    "",
  ].join("\n");
}

/** The characters of each line with what was in force when they were written. */
function readCells(output: string): Cell[][] {
  const active = new Set<string>();
  return output.split("\n").map((line) => {
    const cells: Cell[] = [];
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
    for (const [, code, char] of line.matchAll(/\u001b\[(\d+)m|(.)/gu)) {
      if (code === undefined) cells.push({ char: char ?? "", classes: [...active].join(" ") });
      else apply(code, active);
    }
    return cells;
  });
}

function apply(code: string, active: Set<string>): void {
  const format = FORMATS[code];
  if (format !== undefined) active.add(format);
  else if (RESETS[code]) for (const ended of RESETS[code]) active.delete(ended);
  else throw new Error(`The picture knows no escape sequence ${code}`);
}

function wrap(cells: readonly Cell[]): (readonly Cell[])[] {
  const rows: (readonly Cell[])[] = [];
  for (let start = 0; start === 0 || start < cells.length; start += COLUMNS)
    rows.push(cells.slice(start, start + COLUMNS));
  return rows;
}

/** A row's text; `textLength` holds the columns whatever the width of the reader's font. Empty rows need nothing. */
function drawRow(row: readonly Cell[], index: number): string[] {
  const end = row.findLastIndex(({ char }) => char !== " ") + 1;
  const start = row.findIndex(({ char }) => char !== " ");
  if (end === 0) return [];
  const runs: { classes: string; text: string }[] = [];
  for (const { char, classes } of row.slice(start, end)) {
    const last = runs.at(-1);
    if (last?.classes === classes) last.text += char;
    else runs.push({ classes, text: char });
  }
  const spans = runs.map(({ classes, text }) =>
    classes === "" ? escapeMarkup(text) : `<tspan class="${classes}">${escapeMarkup(text)}</tspan>`,
  );
  const x = MARGIN + start * CHAR_WIDTH;
  const y = MARGIN + (index + 1) * LINE_HEIGHT - 5;
  const length = (end - start) * CHAR_WIDTH;
  return [`<text x="${x}" y="${y}" textLength="${length}" xml:space="preserve">${spans.join("")}</text>`];
}

function escapeMarkup(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
