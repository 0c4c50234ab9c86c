import { describe, expect, it } from "vitest";
import { readHtml } from "../../../src/aws-docs/page/read-html.ts";
import { joinUnits, renderUnits } from "../../../src/aws-docs/page/render-units.ts";
import { findSection, listSections, nearSections } from "../../../src/aws-docs/page/sections.ts";
import { page } from "../loopback.ts";

function topic(html: string) {
  const result = readHtml(html, "https://docs.aws.amazon.com/x/y.html");
  if (result.kind !== "topic") throw new Error(`the page is ${result.kind}`);
  return result.document;
}

const documents = {
  roles: topic(page("roles.html")),
  api: topic(page("api-lend-badge.html")),
  authorization: topic(page("authorization.html")),
  boto3: topic(page("boto3-lend-badge.html")),
  cli: topic(page("cli-lend-badge.html")),
};

describe("findSection", () => {
  it.each([
    ["roles", "badge-terms", "Badge terms and concepts", "anchor"],
    ["roles", "#badge-terms", "Badge terms and concepts", "anchor"],
    ["roles", "BADGE-TERMS", "Badge terms and concepts", "anchor"],
    ["roles", "term%2Dbadge-chaining", "Badge chaining", "anchor"],
    ["roles", "term-visitor", "Visitor", "anchor"],
    ["roles", "quota-badges", "Badges per visitor", "anchor"],
    ["roles", "old-badges", "Older badges", "anchor"],
    ["roles", "A policy for LendBadge callers", "A policy for LendBadge callers", "heading"],
    ["roles", "a policy for `LendBadge` callers", "A policy for LendBadge callers", "heading"],
    ["roles", "badge chaining", "Badge chaining", "heading"],
    ["roles", "Made-up roles > Quotas", "Quotas", "heading"],
    ["roles", "Made-up roles (introduction)", "Made-up roles", "heading"],
    ["roles", "Older badges", "Older badges", "heading"],
    ["api", "LendBadge - Request Parameters - Hours", "Hours", "heading"],
    ["api", "Errors - NoSuchVisitor", "NoSuchVisitor", "heading"],
    ["api", "LendBadge / Something else / Errors", "Errors", "heading"],
    ["roles", "terms", "Badge terms and concepts", "partial"],
    ["api", "desk-LendBadge-request-Hours", "Hours", "anchor"],
    ["api", "Errors", "Errors", "heading"],
    ["authorization", "desk-LendBadge", "LendBadge", "anchor"],
    ["boto3", "Desk.Client.lend_badge", "Desk.Client.lend_badge(**kwargs)", "anchor"],
    ["cli", "cli-aws-desk-lend-badge", "lend-badge", "anchor"],
    ["cli", "options", "Options", "anchor"],
  ] as const)("%s: %s is %s, by its %s", (name, wanted, title, by) => {
    const found = findSection(documents[name], wanted);
    expect(found).toMatchObject({ section: { title }, by });
  });

  it.each(["", "#", "no such thing", "badge", "Quotas - Nothing", "Nothing (at all)"])(
    "finds nothing for %j",
    (wanted) => {
      expect(findSection(documents.roles, wanted)).toBeUndefined();
    },
  );

  it("ends a section at the next heading of its level, and keeps those below", () => {
    const example = findSection(documents.api, "API_LendBadge_Example_1");
    const markdown = joinUnits(renderUnits(example?.section.blocks ?? []));
    expect(markdown).toMatch(/^### Example\n\n#### Sample Request/);
    const terms = joinUnits(renderUnits(findSection(documents.roles, "badge-terms")?.section.blocks ?? []));
    expect(terms).toContain("Whoever wears a badge.");
    expect(terms).not.toContain("A policy");
  });

  it("brings the whole group of a row that others share", () => {
    const row = joinUnits(
      renderUnits(findSection(documents.authorization, "desk-LendBadge")?.section.blocks ?? []),
    );
    expect(row.split("\n")).toHaveLength(5);
    expect(row).toContain("iam:PassRole");
    expect(row).not.toContain("ListBadges");
  });

  it("knows the section around an entry", () => {
    expect(findSection(documents.roles, "term-visitor")?.around.title).toBe("Badge terms and concepts");
    expect(findSection(documents.api, "Errors - NoSuchVisitor")?.around.title).toBe("Errors");
  });

  it("finds headings within tabs, and the first of two with one title", () => {
    const document = topic(
      '<div id="main-col-body"><h1>T</h1><awsdocs-tabs><dl style="display:none"><dt>A</dt><dd tab-id="a"><h3 id="in-tab">Inside</h3><p>x</p></dd></dl></awsdocs-tabs><h2 id="one">Twice</h2><p>1</p><h2 id="two">Twice</h2><p>2</p></div>',
    );
    expect(findSection(document, "in-tab")?.section.title).toBe("Inside");
    expect(findSection(document, "Twice")?.section.anchor).toBe("one");
    expect(listSections(document).map(({ anchor }) => anchor)).toEqual(["t", "in-tab", "one", "two"]);
  });

  it("attaches an anchor without text to what follows it", () => {
    const document = topic(
      '<div id="main-col-body"><h1>T</h1><p>before</p><a name="old-name"></a><h2 id="new-name">New</h2><p>text</p><a id="loose"></a><p>after</p></div>',
    );
    expect(findSection(document, "old-name")?.section.title).toBe("New");
    expect(joinUnits(renderUnits(findSection(document, "loose")?.section.blocks ?? []))).toBe("after");
  });
});

describe("nearSections", () => {
  it("names what the caller may have meant", () => {
    expect(nearSections(documents.roles, "badge-quota", 2).map(({ anchor }) => anchor)).toContain(
      "badge-quotas",
    );
    expect(nearSections(documents.roles, "chaining of badges", 1)[0]?.anchor).toBe("term-badge-chaining");
  });
});
