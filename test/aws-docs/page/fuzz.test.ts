import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PageDocument } from "../../../src/aws-docs/page/document.ts";
import { findPassages } from "../../../src/aws-docs/page/find-passages.ts";
import { takePart } from "../../../src/aws-docs/page/parts.ts";
import { readHtml } from "../../../src/aws-docs/page/read-html.ts";
import { readMarkdown } from "../../../src/aws-docs/page/read-markdown.ts";
import { joinUnits, renderUnits, type Unit } from "../../../src/aws-docs/page/render-units.ts";
import { findSection, listSections, nearSections } from "../../../src/aws-docs/page/sections.ts";
import { judgePage } from "../../../src/aws-docs/verify/judge-page.ts";

const BASE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/x.html";

const TAGS =
  "p div span h1 h2 h3 h6 ul ol li dl dt dd table thead tbody tr td th pre code b i a br img sup section article awsdocs-tabs awsui-expandable-section details summary blockquote script style template svg math select button noscript head body meta form x-y".split(
    " ",
  );
const ATTRIBUTES = [
  ' id="a"',
  ' id="main-col-body"',
  ' class="awsdocs-note"',
  ' class="title"',
  ' class="table-container"',
  ' class="tab-set"',
  ' class="sig"',
  ' style="display:none"',
  ' rowspan="3"',
  ' rowspan="0"',
  ' colspan="70000"',
  ' rowspan="-1"',
  ' href="x.html"',
  ' href="javascript:1"',
  ' href="http://[x"',
  ' start="99999999999"',
  ' header="H"',
  ' tab-id="t"',
  ' http-equiv="refresh" content="0;url=x"',
  ' name="n"',
  ' src="i.png" alt="A"',
];
const WORDS = [
  "word",
  "*",
  "_",
  "`",
  "```",
  "[",
  "](",
  ")",
  "|",
  "\\",
  "<",
  ">",
  "&amp;",
  "&#0;",
  "\n",
  "  ",
  "# ",
  "- ",
  "1. ",
  "\u200b",
  "\u{e0041}",
  "\ud800",
  "1,000",
  "12 hours",
];

const html = fc
  .array(
    fc.oneof(
      fc
        .tuple(fc.constantFrom(...TAGS), fc.subarray(ATTRIBUTES, { maxLength: 3 }))
        .map(([tag, attributes]) => `<${tag}${attributes.join("")}>`),
      fc.constantFrom(...TAGS).map((tag) => `</${tag}>`),
      fc.constantFrom(...WORDS),
      fc.constantFrom("<!--", "-->", "<!DOCTYPE html>", "<![CDATA[", "<a", '"', "</"),
      fc.string({ maxLength: 8 }),
    ),
    { maxLength: 120 },
  )
  .map((parts) => parts.join(""));

const LINES = [
  "# T",
  "## H",
  "###### L",
  "#### [ JSON ]",
  "------",
  "****",
  "****Term****",
  ' ** [P](#x) **   <a name="p"></a>',
  '<a name="a"></a>',
  "**Note**  ",
  "+ item",
  "  + sub",
  "1. step",
  "   more",
  "```",
  "~~~",
  "| a | b |",
  "| --- | --- |",
  "|",
  "",
  " ",
  "text",
  "a \\* b {{X}}",
  "<pre>a<br />b</pre>",
  "<!--",
  "-->",
  "[a](b(c)d)",
];
const markdown = fc
  .array(fc.oneof(fc.constantFrom(...LINES), fc.constantFrom(...WORDS), fc.string({ maxLength: 10 })), {
    maxLength: 60,
  })
  .map((lines) => lines.join("\n"));

/** Everything that is ever done with a page. */
function use(document: PageDocument): void {
  const units = renderUnits(document.blocks);
  const whole = joinUnits(units);
  expect(whole).not.toMatch(/[\u200b\u{e0041}\0]/u);
  expect(partsOf(units, 200)).toBe(units.length);
  for (const section of listSections(document)) findSection(document, section.anchor);
  findSection(document, "a");
  nearSections(document, "x y", 3);
  findPassages(document.blocks, "word", { title: "", anchor: "" });
  const judged = judgePage(document, {
    anchor: "a",
    section: "H",
    mustMention: ["word", "12 hours"],
    absent: ["1000"],
  });
  expect([...judged.found, ...judged.missing].sort()).toEqual(["12 hours", "word"]);
}

/** Walks through all parts; each brings at least one unit, and no fence stays open. */
function partsOf(units: readonly Unit[], max: number): number {
  let at = 0;
  for (let next: number | undefined = 0; next !== undefined && units.length > 0; ) {
    const part = takePart(units, next, max);
    next = part.next;
    if (next !== undefined) {
      expect(next).toBeGreaterThan(at);
      at = next;
    }
  }
  return units.length;
}

describe("any page at all", () => {
  it("of HTML is read or refused", () => {
    fc.assert(
      fc.property(html, (body) => {
        const result = readHtml(`<body><div id="main-col-body"><h1>Title</h1><p>x</p>${body}`, BASE);
        if (result.kind === "topic") use(result.document);
      }),
      { numRuns: 200 },
    );
  });

  it("of bare HTML is read or refused", () => {
    fc.assert(
      fc.property(html, (body) => {
        expect(readHtml(body, BASE).kind).toMatch(/^(topic|refresh|gone|not_a_topic|too_complex)$/);
      }),
      { numRuns: 150 },
    );
  });

  it("of native Markdown is read or refused", () => {
    fc.assert(
      fc.property(markdown, (body) => {
        const document = readMarkdown(`# Title\n\nx\n\n${body}`, BASE);
        if (document) use(document);
      }),
      { numRuns: 200 },
    );
  });
});

describe("a page made to hurt", () => {
  const many = (piece: string) => piece.repeat(Math.floor(60_000 / piece.length));

  it.each([
    ["nested elements", many("<div>"), "too_complex"],
    ["nested paragraphs", many("<div><p>"), "too_complex"],
    [
      "formatting elements that are opened again and again",
      `<p>${Array.from({ length: 300 }, (_, index) => `<b c=${index}>`).join("")}${many("<p>x")}`,
      "too_complex",
    ],
    ["nested custom elements", many("<x-y>"), "too_complex"],
    ["nested lists", many("<ul><li>"), "too_complex"],
    ["nested tables", many("<table><tr><td>"), "too_complex"],
  ])("is refused: %s", (_what, body, kind) => {
    expect(readHtml(`<div id="main-col-body"><h1>T</h1>${body}`, BASE).kind).toBe(kind);
  });

  it.each([
    ["brackets", "["],
    ["ends of labels", "]("],
    ["backticks", "`a``b```c"],
    ["stars", "*a_ "],
    ["angle brackets", "< "],
    ["breaks", "<br>"],
    ["empty paragraphs", "<p>"],
    ["cells", "<td rowspan=60000 colspan=900>x"],
    ["terms", "<dt>a<dd>b"],
    ["samples", "<pre>```\n</pre>"],
    ["white space", "<p>          "],
    ["entities", "&amp;lt;"],
  ])("is read in no more than linear work: %s", (_what, piece) => {
    const result = readHtml(
      `<div id="main-col-body"><h1>T</h1><p>x</p><table><tr><td>x</table>${many(piece)}`,
      BASE,
    );
    if (result.kind !== "topic") throw new Error(`the page is ${result.kind}`);
    use(result.document);
  });

  it.each([
    "[",
    "[a](",
    "`a``b```c",
    "- a\n",
    "****T****\nx\n",
    "| x ",
    "<!--",
    '<a name="x"></a>',
    "{{",
    "** x ** ",
    "```\n",
    "<pre>",
    "**Note**\n",
  ])("of native Markdown is read in no more than linear work: %j", (piece) => {
    const document = readMarkdown(`# T\n\nx\n\n${many(piece)}`, BASE);
    expect(document).toBeDefined();
    if (document) use(document);
  });

  it("of more blocks than a call takes arguments is read", () => {
    const result = readHtml(
      `<div id="main-col-body"><h1>T</h1><div>${"<p>x".repeat(140_000)}</div></div>`,
      BASE,
    );
    expect(result.kind === "topic" && result.document.blocks.length).toBe(140_001);
  });
});
