import { describe, expect, it } from "vitest";
import { readHtml } from "../../../src/aws-docs/page/read-html.ts";
import { readMarkdown } from "../../../src/aws-docs/page/read-markdown.ts";
import { type Evidence, judgePage } from "../../../src/aws-docs/verify/judge-page.ts";
import { page } from "../loopback.ts";

function html(body: string) {
  const result = readHtml(body, "https://docs.aws.amazon.com/x/y.html");
  if (result.kind !== "topic") throw new Error(`the page is ${result.kind}`);
  return result.document;
}

function markdown(body: string) {
  const document = readMarkdown(body, "https://docs.aws.amazon.com/x/y.md");
  if (!document) throw new Error("no page");
  return document;
}

const roles = html(page("roles.html"));
const rolesMd = markdown(page("roles.md"));
const api = html(page("api-lend-badge.html"));
const authorization = html(page("authorization.html"));

const chaining: Evidence = {
  anchor: "term-badge-chaining",
  section: "Badge terms and concepts",
  mustMention: ["badge chaining", "at most 1 hour", "regardless of the longest lending time"],
};

describe("evidence on a page", () => {
  it.each([
    ["a definition by its anchor", roles, chaining],
    ["a definition, its id missing in the Markdown, by its heading", rolesMd, chaining],
    [
      "a term that stands only in the term itself",
      roles,
      { anchor: "term-visitor", mustMention: ["Visitor"] },
    ],
    [
      "a row by the anchor in its cell",
      roles,
      { anchor: "quota-badges", mustMention: ["Badges per visitor", "3600"] },
    ],
    [
      "a cell beside the anchored one",
      roles,
      { section: "Quotas", mustMention: ["Badges per visitor", "12 hours", "20"] },
    ],
    [
      "a row of the Markdown",
      rolesMd,
      { section: "Quotas", mustMention: ["Badges per visitor", "12 hours"] },
    ],
    [
      "a parameter",
      api,
      { anchor: "desk-LendBadge-request-Hours", mustMention: ["Maximum value of 12", "Required: No"] },
    ],
    [
      "an error and its status",
      api,
      { section: "Errors", mustMention: ["NoSuchVisitor", "HTTP Status Code: 404"] },
    ],
    ["a pattern in code", api, { mustMention: ["Pattern: [\\w+=,.@-]+"] }],
    [
      "an action of the authorization reference",
      authorization,
      { anchor: "desk-LendBadge", mustMention: ["Write", "iam:PassRole"] },
    ],
    [
      "a policy within a hidden tab",
      roles,
      {
        section: "badge-policy",
        mustMention: ['"Version": "2012-10-17"', "arn:aws:iam::111122223333:role/x"],
      },
    ],
    [
      "a policy of the Markdown",
      rolesMd,
      {
        section: "badge-policy",
        mustMention: ['"Version": "2012-10-17"', "arn:aws:iam::111122223333:role/x"],
      },
    ],
    ["the whole page when no section is named", roles, { mustMention: ["front desk", "not adjustable"] }],
    [
      "a section named by the page's title",
      roles,
      { anchor: "roles", mustMention: ["front desk", "not adjustable"] },
    ],
    ["a command-line flag", roles, { mustMention: ["--profile front"] }],
    ["an expandable part", roles, { anchor: "old-badges", mustMention: ["not accepted"] }],
  ] as const)("%s", (_what, document, evidence) => {
    expect(judgePage(document, evidence)).toMatchObject({
      missing: [],
      moved: false,
      found: evidence.mustMention,
    });
  });

  it.each([
    ["another number", { ...chaining, mustMention: ["at most 2 hours"] }, ["at most 2 hours"]],
    ["a part of a word", { section: "Quotas", mustMention: ["adjust"] }, ["adjust"]],
    ["a part of a number", { section: "Quotas", mustMention: ["2 hours"] }, ["2 hours"]],
    [
      "words on both sides of a border",
      { mustMention: ["Visitor Whoever wears a badge A policy"] },
      ["Visitor Whoever wears a badge A policy"],
    ],
    ["hidden text", { mustMention: ["HIDDEN-NOISE"] }, ["HIDDEN-NOISE"]],
    ["navigation", { mustMention: ["NAVIGATION-NOISE"] }, ["NAVIGATION-NOISE"]],
    [
      "a common word that stands in another section",
      { anchor: "badge-quotas", mustMention: ["Desks", "drawer"] },
      ["drawer"],
    ],
  ])("is missing: %s", (_what, evidence, missing) => {
    expect(judgePage(roles, evidence)).toMatchObject({ missing });
  });

  it.each([
    [
      "in another section",
      { section: "Quotas", mustMention: ["at most one hour", "regardless of"] },
      "Badge terms and concepts",
    ],
    [
      "where the anchor is gone",
      { anchor: "no-such-anchor", mustMention: ["at most one hour", "regardless of"] },
      "Badge terms and concepts",
    ],
    ["where the heading is gone", { section: "Chains", mustMention: ["Desks", "not adjustable"] }, "Quotas"],
  ])("has moved: %s", (_what, evidence, title) => {
    expect(judgePage(roles, evidence)).toMatchObject({ missing: [], moved: true, section: { title } });
  });

  it("looks on the whole page when the name of the section is only like a heading", () => {
    const evidence = { section: "terms", mustMention: ["Visitor", "not adjustable"] };
    expect(judgePage(roles, evidence)).toMatchObject({ missing: [], located: false });
  });

  it("looks around an entry before it calls anything moved", () => {
    const evidence = { anchor: "term-visitor", mustMention: ["badge chaining"] };
    expect(judgePage(roles, evidence)).toMatchObject({
      missing: [],
      moved: false,
      section: { title: "Badge terms and concepts" },
    });
  });

  it("tells what refutes the fact, in the named section only", () => {
    const evidence = { ...chaining, absent: ["one hour", "two hours", "paper badges"] };
    expect(judgePage(roles, evidence).refuting).toEqual(["one hour"]);
  });

  it("quotes the row with the names of its columns", () => {
    const { passage } = judgePage(roles, { section: "Quotas", mustMention: ["Badges per visitor", "3600"] });
    expect(passage).toBe("Resource: Badges per visitor | Default: 10 | Maximum: 3,600");
  });

  it("quotes the fewest passages that hold the terms, within 700 characters", () => {
    const filler = Array.from({ length: 400 }, (_, index) => `word${index}`).join(" ");
    const long = html(
      `<div id="main-col-body"><h1>T</h1><p>${filler} the needle ${filler}</p><p>Other words.</p><p>A second thread.</p></div>`,
    );
    const { passage } = judgePage(long, { mustMention: ["needle", "thread"] });
    expect(passage).toMatch(/^… .*the needle.* … \[…\] A second thread\.$/);
    expect(passage.length).toBeLessThan(700);
  });

  it("quotes what comes nearest when a term is missing", () => {
    const { passage, missing } = judgePage(roles, {
      ...chaining,
      mustMention: ["badge chaining", "two hours"],
    });
    expect(missing).toEqual(["two hours"]);
    expect(passage).toContain("Using one badge to borrow a second one.");
  });

  it("flags a section whose words are not those that were recorded", () => {
    const { hash } = judgePage(roles, chaining);
    expect(hash).toMatch(/^t1:[0-9a-f]{16}$/);
    expect(judgePage(roles, { ...chaining, hash })).toMatchObject({ changed: false, hash });
    const edited = html(page("roles.html").replace("a second one", "a further one"));
    expect(judgePage(edited, { ...chaining, hash })).toMatchObject({ changed: true, missing: [] });
    const elsewhere = html(page("roles.html").replace("Desks", "Tables"));
    expect(judgePage(elsewhere, { ...chaining, hash })).toMatchObject({ changed: false });
  });
});
