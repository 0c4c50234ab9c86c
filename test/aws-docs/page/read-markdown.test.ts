import { describe, expect, it } from "vitest";
import { readMarkdown } from "../../../src/aws-docs/page/read-markdown.ts";
import { joinUnits, renderUnits } from "../../../src/aws-docs/page/render-units.ts";
import { findByAnchor } from "../../../src/aws-docs/page/sections.ts";
import { page } from "../loopback.ts";

const BASE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/roles.md";

function read(text: string) {
  const document = readMarkdown(text, BASE);
  if (!document) throw new Error("no page");
  return document;
}

function show(text: string): string {
  return joinUnits(renderUnits(read(`# T\n${text}`).blocks))
    .slice("# T".length)
    .trim();
}

describe("native Markdown", () => {
  const document = read(page("roles.md"));
  const markdown = joinUnits(renderUnits(document.blocks));

  it.each([
    [
      "links are absolute",
      "[front desk](https://docs.aws.amazon.com/IAM/latest/UserGuide/desk.md#desk-hours)",
    ],
    ["a note is a quotation", "> **Important:** Return the badge before you leave.\n>\n> - Front door"],
    ["a term is bold once", "**Badge chaining**\n\nUsing one badge"],
    ["needless escapes are gone", "for at most one-hour, regardless"],
    ["needed escapes stay", "A visitor\\_id is made of VISITOR-NUMBER and {\\*}."],
    ["a tab has its label", "**[JSON]**\n\n```\n{\n"],
    ["placeholders lose their braces", "arn:aws:iam::111122223333:role/x"],
    ["blanks behind a line of a sample are gone", '"Version":"2012-10-17",\n'],
    [
      "steps are numbered",
      "1. Open the drawer.\n2. Choose a colour:\n   - red\n   - blue\n\n     ```\n     paint --blue\n     ```",
    ],
    ["a table keeps its cells", "| Badges per visitor | 12 hours<br>+ a \\| b | 20 |"],
    ["a sample in a cell is code", '| Code | `"a": {`<br>`  "b": 1`<br>`}` | not adjustable |'],
    [
      "a parameter is a term",
      "**[BadgeName](https://docs.aws.amazon.com/IAM/latest/UserGuide/roles.md#roles)**\n\nThe name on the badge.\n\nType: String",
    ],
    ["raw tags are shown as text", '\\<div onclick="x()">Raw tag\\</div>'],
    [
      "an action is a list of its properties",
      "- **LendBadge**\n  - **Access level:** Write\n  - **Resource types:** badge\\*",
    ],
  ])("%s", (_what, piece) => {
    expect(markdown).toContain(piece);
  });

  it("drops comments", () => {
    expect(markdown).not.toContain("COMMENT-NOISE");
  });

  it.each([
    ["badge-terms", "Badge terms and concepts"],
    ["desk-LendBadge-request-Hours", "Hours"],
  ])("finds #%s", (anchor, title) => {
    expect(findByAnchor(document, anchor)?.section.title).toBe(title);
  });

  it.each([
    ["a fence that is never closed", "```\na\n", "```\na\n```"],
    ["an unclosed backtick", "a ` b", "a \\` b"],
    ["an unclosed link", "a [b](c", "a [b](c"],
    ["a link with parentheses", "[a](https://e.com/x(1))", "[a](https://e.com/x%281%29)"],
    ["a script link", "[a](javascript:x)", "a"],
    ["a bar within an escaped cell", "| a |\n| --- |\n| x \\| y |", "| a |\n| --- |\n| x \\| y |"],
    ["a table without a rule is text", "| a |\nb", "| a |\n\nb"],
    ["a rule is nothing", "a\n\n------\n\nb", "a\n\nb"],
  ])("copes with %s", (_what, text, expected) => {
    expect(show(text)).toBe(expected);
  });

  it.each([
    ["an HTML shell", "<!DOCTYPE html><html><body>x</body></html>"],
    ["a stub", "Moved."],
    ["nothing", ""],
    ["a title alone", "# Title"],
  ])("refuses %s", (_what, text) => {
    expect(readMarkdown(text, BASE)).toBeUndefined();
  });
});
