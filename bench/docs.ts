// Reads pages of the documentation's anatomy with our reader and with turndown and its GFM plugin, side by side:
// how long a page of 200 kB takes, and how many of the tests' expectations the Markdown meets. The expectations are
// ours, written for what readers of these pages need: 100 % says that nothing broke, the distance is what is worth
// a reader of our own.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gfm } from "@joplin/turndown-plugin-gfm";
import { serialize } from "parse5";
import TurndownService from "turndown";
import { attribute, parseHtml, walkElements } from "../src/aws-docs/page/html-tree.ts";
import { readHtml } from "../src/aws-docs/page/read-html.ts";
import { joinUnits, renderUnits } from "../src/aws-docs/page/render-units.ts";
import { type Expectation, expectations } from "../test/aws-docs/expectations.ts";

// npm runs scripts in the root of the package; the bundle lies elsewhere.
const PAGES = resolve("test/aws-docs/pages");
const BASE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/";
const BYTES = 200_000;
const RUNS = 15;

interface Reader {
  readonly name: string;
  read(html: string, base: string): string;
}

const readers: readonly Reader[] = [
  { name: "iam-pitfalls-mcp", read: readOurs },
  { name: "turndown + GFM, content root", read: (html) => turndown().turndown(contentRoot(html)) },
  { name: "turndown + GFM, whole page", read: (html) => turndown().turndown(html) },
];

const large = largePage();
console.log(
  `${(large.length / 1000).toFixed(0)} kB page, median of ${RUNS} runs; ${expectations.length} expectations\n`,
);
console.log("| reader | ms per page | expectations met |");
console.log("| --- | --- | --- |");
for (const reader of readers) {
  const met = expectations.filter((expectation) => meets(reader, expectation)).length;
  const share = ((100 * met) / expectations.length).toFixed(1);
  console.log(
    `| ${reader.name} | ${medianMs(() => reader.read(large, `${BASE}large.html`)).toFixed(1)} | ${share} % |`,
  );
}

function readOurs(html: string, base: string): string {
  const page = readHtml(html, base);
  if (page.kind !== "topic") throw new Error(`the page is ${page.kind}`);
  return joinUnits(renderUnits(page.document.blocks));
}

function turndown(): TurndownService {
  const service = new TurndownService({
    headingStyle: "atx",
    codeBlockStyle: "fenced",
    bulletListMarker: "-",
    emDelimiter: "*",
  });
  service.use(gfm);
  return service;
}

function contentRoot(html: string): string {
  for (const element of walkElements(parseHtml(html)))
    if (attribute(element, "id") === "main-col-body" || attribute(element, "role") === "main")
      return serialize(element);
  throw new Error("the page has no content root");
}

function meets(reader: Reader, { page, has = [], lacks = [] }: Expectation): boolean {
  const markdown = level(`\n${reader.read(readFileSync(join(PAGES, page), "utf8"), BASE + page)}\n`);
  return (
    has.every((piece) => markdown.includes(level(piece))) &&
    !lacks.some((piece) => markdown.includes(level(piece)))
  );
}

/** Both sides alike in what is a matter of taste: escapes, blanks and indents, empty lines, widths of rules. */
function level(markdown: string): string {
  return markdown
    .replaceAll("\\", "")
    .replace(/[ \t]+/g, " ")
    .replace(/ ?\n(?:[> ]*\n)*/g, "\n")
    .replace(/-{3,}/g, "---");
}

/** The fixture with all of the guide's constructs, its content repeated up to the size of a large topic. */
function largePage(): string {
  const page = readFileSync(join(PAGES, "roles.html"), "utf8");
  const from = page.indexOf('<h2 id="badge-terms">');
  const to = page.indexOf("<awsdocs-copyright");
  const content = page.slice(from, to);
  const copies = Math.ceil((BYTES - page.length) / content.length);
  return page.slice(0, from) + content.repeat(copies + 1) + page.slice(to);
}

function medianMs(run: () => void): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Number.NaN;
}
