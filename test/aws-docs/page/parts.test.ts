import { describe, expect, it } from "vitest";
import { takePart } from "../../../src/aws-docs/page/parts.ts";
import { readHtml } from "../../../src/aws-docs/page/read-html.ts";
import { renderUnits, type Unit } from "../../../src/aws-docs/page/render-units.ts";

function units(body: string): readonly Unit[] {
  const result = readHtml(
    `<div id="main-col-body"><h1>T</h1>${body}</div>`,
    "https://docs.aws.amazon.com/x/y.html",
  );
  if (result.kind !== "topic") throw new Error(`the page is ${result.kind}`);
  return renderUnits(result.document.blocks);
}

function allParts(all: readonly Unit[], max: number): string[] {
  const parts: string[] = [];
  for (let next: number | undefined = 0; next !== undefined; ) {
    const part = takePart(all, next, max);
    parts.push(part.markdown);
    next = part.next;
  }
  return parts;
}

const words = (count: number, word = "word") =>
  Array.from({ length: count }, (_, index) => `${word}${index}`).join(" ");
const rows = Array.from(
  { length: 60 },
  (_, index) => `<tr><td>Quota ${index}</td><td>${index * 10}</td></tr>`,
).join("");
const lines = Array.from({ length: 60 }, (_, index) => `  line ${index}`).join("\n");

describe("parts of a page", () => {
  it("repeats the header of a table in every part", () => {
    const parts = allParts(
      units(`<table><thead><tr><th>Name</th><th>Value</th></tr></thead>${rows}</table>`),
      400,
    );
    expect(parts.length).toBeGreaterThan(3);
    for (const part of parts) expect(part).toMatch(/\| Name \| Value \|\n\| --- \| --- \|\n\| Quota/);
    expect(parts.join("\n").match(/\| Quota \d+ \|/g)).toHaveLength(60);
  });

  it("opens and closes the fence of a sample in every part", () => {
    const parts = allParts(units(`<pre><code class="python">${lines}</code></pre>`), 300);
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts) expect(part.match(/^```/gm)).toHaveLength(2);
    for (const part of parts) expect(part).toContain("```python\n  line");
    expect(parts.join("\n").match(/ {2}line \d+/g)).toHaveLength(60);
  });

  it("cuts lists between items and paragraphs between sentences", () => {
    const items = Array.from({ length: 30 }, (_, index) => `<li><p>${words(10, `i${index}w`)}</p></li>`).join(
      "",
    );
    const sentences = Array.from({ length: 300 }, (_, index) => `Sentence ${index} ends here.`).join(" ");
    for (const part of allParts(units(`<ul>${items}</ul>`), 500).slice(1)) expect(part).toMatch(/^- i\d+w0/);
    for (const part of allParts(units(`<p>${sentences}</p>`), 2000).slice(1))
      expect(part).toMatch(/^Sentence/);
  });

  it("does not cut links or code", () => {
    const link =
      '<a href="https://docs.aws.amazon.com/a b c.html">some words that are linked</a> <code>code with spaces</code> ';
    for (const unit of units(`<p>${link.repeat(200)}</p>`)) {
      expect(unit.text.split("`").length % 2).toBe(1);
      expect(unit.text.match(/\[/g)?.length ?? 0).toBe(unit.text.match(/\]\(/g)?.length ?? 0);
    }
  });

  it("leaves no heading alone at the end of a part", () => {
    const text = Array.from(
      { length: 20 },
      (_, index) => `<h2>Heading ${index}</h2><p>${words(20)}</p>`,
    ).join("");
    for (const part of allParts(units(text), 350)) expect(part.trimEnd()).not.toMatch(/## Heading \d+$/);
  });

  it("keeps within the limit wherever units allow it", () => {
    const body = `<p>${words(900)}</p><table><tr><th>a</th></tr>${rows}</table><pre>${lines}</pre>`;
    for (const part of allParts(units(body), 2000)) expect(part.length).toBeLessThanOrEqual(2000);
  });

  it("writes a row that is too long to be one as a paragraph per cell", () => {
    const [, ...rest] = units(
      `<table><tr><th>Name</th><th>Keys</th></tr><tr><td>One</td><td>${words(900)}</td></tr></table>`,
    );
    expect(rest[0]?.text).toBe("**Name:** One");
    expect(rest[1]?.text).toMatch(/^\*\*Keys:\*\* word0 /);
    expect(rest.map(({ text }) => text).join(" ")).toContain("word899");
  });

  it("shows a table without rows by its header, and one without a header by its rows", () => {
    expect(allParts(units("<p>x</p><table><thead><tr><th>Only</th></tr></thead></table>"), 900)[0]).toContain(
      "| Only |\n| --- |",
    );
    expect(allParts(units("<table><tr><td>a</td><td>b</td></tr></table>"), 900)[0]).toContain(
      "|  |  |\n| --- | --- |\n| a | b |",
    );
  });
});
