import { describe, expect, it } from "vitest";
import type { PageDocument } from "../../../src/aws-docs/page/document.ts";
import { readHtml } from "../../../src/aws-docs/page/read-html.ts";
import { joinUnits, renderUnits } from "../../../src/aws-docs/page/render-units.ts";
import { expectations } from "../expectations.ts";
import { page } from "../loopback.ts";

function read(name: string): PageDocument {
  const result = readHtml(page(name), `https://docs.aws.amazon.com/IAM/latest/UserGuide/${name}`);
  if (result.kind !== "topic") throw new Error(`${name} is ${result.kind}`);
  return result.document;
}

describe("the Markdown of a page", () => {
  it.each(expectations)("$page: $what", ({ page: name, has = [], lacks = [] }) => {
    const markdown = `\n${joinUnits(renderUnits(read(name).blocks))}\n`;
    for (const piece of has) expect(markdown).toContain(piece);
    for (const piece of lacks) expect(markdown).not.toContain(piece);
  });
});
