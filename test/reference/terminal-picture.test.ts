import { describe, expect, test } from "vitest";
import { terminalPicture } from "../../src/reference/terminal-picture.ts";

const rows = (output: string) =>
  [
    ...terminalPicture(output, "t").matchAll(
      /<text x="(\d+)" y="(\d+)" textLength="(\d+)"[^>]*>(.*)<\/text>/g,
    ),
  ].map(([, x, , length, text]) => ({ x: Number(x), length: Number(length), text }));

describe("terminalPicture", () => {
  test.each([
    { name: "plain text", output: "a b", rows: ["a b"] },
    { name: "colour", output: "\u001b[31mERROR\u001b[39m at", rows: ['<tspan class="red">ERROR</tspan> at'] },
    {
      name: "bold in a colour, ended one by one",
      output: "\u001b[36m\u001b[1mx\u001b[22my\u001b[39mz",
      rows: ['<tspan class="cyan bold">x</tspan><tspan class="cyan">y</tspan>z'],
    },
    { name: "a format that goes on in the next line", output: "\u001b[2ma\nb\u001b[22m", rows: 2 },
    { name: "what is markup in SVG", output: '<a href="x">&', rows: ['&lt;a href="x"&gt;&amp;'] },
    { name: "empty lines, which take room but no text", output: "a\n\nb", rows: ["a", "b"] },
  ])("draws $name", ({ output, rows: expected }) => {
    const texts = rows(output).map(({ text }) => text);
    expect(typeof expected === "number" ? texts.length : texts).toEqual(expected);
  });

  test("keeps the columns of a terminal, and its width", () => {
    expect(rows("ab\n  ^^")).toMatchObject([
      { x: 16, length: 16 },
      { x: 32, length: 16 },
    ]);
    expect(rows("x".repeat(250)).map(({ length }) => length / 8)).toEqual([120, 120, 10]);
  });

  test("refuses a sequence that it does not know, for it would be left out", () => {
    expect(() => terminalPicture("\u001b[44mx", "t")).toThrow("44");
  });

  test("is one XML document with a title for who cannot see it", () => {
    const picture = terminalPicture("a", "A & B");
    expect(picture).toMatch(/^<svg [^>]*role="img">\n<title>A &amp; B<\/title>/);
    expect(picture).toMatch(/<\/svg>\n$/);
  });
});
