import { describe, expect, it } from "vitest";
import type { SourceVerification, Verification } from "../../src/aws-docs/verify/verification.ts";
import { renderReport, renderSummary, renderTable, summarize } from "../../src/aws-docs/verify-report.ts";

const url = "https://docs.aws.amazon.com/IAM/latest/UserGuide/x.html";

function source(more: Partial<SourceVerification>): SourceVerification {
  return { url, status: "supported", role: "primary", found: [], missing: [], ...more };
}

function verification(
  id: string,
  more: Partial<Verification> & { source?: Partial<SourceVerification> },
): Verification {
  const { source: own = {}, ...rest } = more;
  return {
    id,
    status: "supported",
    checkedAt: "2026-11-24T08:00:00.000Z",
    sources: [source({ ...own, ...(rest.status ? { status: rest.status } : {}) })],
    ...rest,
  };
}

const results = [
  verification("plain", {}),
  verification("edited", { changed: true, source: { changed: true, passage: "New words.", section: "S" } }),
  verification("moved", { moved: true, source: { moved: true, finalUrl: `${url}l` } }),
  verification("lost", {
    status: "drifted",
    source: {
      missing: ["1 hour", "a `b`"],
      refuting: ["2 hours"],
      passage: "@octocat says ```now``` <b>2 hours</b>",
      notes: ["Both renditions of the page were read."],
    },
  }),
  verification("away", {
    status: "unreachable",
    source: {
      reason: "timeout",
      message: "The site did not answer in time.",
      copy: { checkedAt: "2026-11-20T00:00:00.000Z", status: "supported" },
    },
  }),
];

it("counts the states", () => {
  expect(summarize(results)).toEqual({
    total: 5,
    supported: 3,
    drifted: 1,
    unreachable: 1,
    changed: 1,
    moved: 1,
  });
  expect(renderSummary(results)).toBe(
    "3 of 5 facts supported, 1 drifted, 1 unreachable, 1 supported though the section was edited, 1 supported in another section",
  );
  expect(renderSummary(results.slice(0, 1))).toBe("1 of 1 facts supported");
});

it("lists in a table what needs a look first", () => {
  expect(renderTable(results).split("\n")).toEqual([
    "STATUS       FACT    REMARK",
    'drifted      lost    missing "1 hour", "a `b`"; refuted by "2 hours"',
    "unreachable  away    timeout",
    "supported    plain",
    "supported    edited  section edited",
    "supported    moved   moved",
  ]);
});

describe("the report for an issue", () => {
  const report = renderReport(results, "1.2.3");

  it("has a chapter per state, and none for facts that need no look", () => {
    expect(report.match(/^#{2,4} .*$/gm)).toEqual([
      "## Facts against today's documentation",
      "### Drifted: do not rely on these until they are re-checked",
      "#### `lost`",
      "### Unreachable: these could not be checked",
      "#### `away`",
      "### Supported, with an edited or moved section: read it again",
      "#### `edited`",
      "#### `moved`",
    ]);
    expect(report).toContain("Checked 2026-11-24 with iam-pitfalls-mcp 1.2.3.");
    expect(report).toContain("- missing: `1 hour`, `a 'b'`");
    expect(report).toContain("- timeout: The site did not answer in time.");
    expect(report).toContain("- the copy of 2026-11-20 says: supported");
  });

  it("keeps words of pages in fences that they cannot close", () => {
    expect(report).toContain("````text\n@octocat says ```now``` <b>2 hours</b>\n````");
    const outside = report.replace(/^(`{3,})text\n[\s\S]*?\n\1$/gm, "");
    expect(outside).not.toContain("@octocat");
    expect(outside).not.toContain("<b>");
  });

  it("is short when all is well, and for no facts at all", () => {
    expect(renderReport(results.slice(0, 1), "1.2.3").split("\n")).toHaveLength(4);
    expect(renderReport([], "1.2.3")).toContain("0 of 0 facts supported");
  });
});
