import { describe, expect, it } from "vitest";
import { html, loopback, page, ROLES } from "./loopback.ts";

const source = {
  url: ROLES,
  role: "primary" as const,
  seenOn: "2026-11-24",
  anchor: "term-badge-chaining",
  mustMention: ["badge chaining", "1 hour", "regardless of the longest lending time"],
};

describe("fetchDoc", () => {
  it("brings a page as Markdown, between lines that name it as untrusted", async () => {
    const { docs } = await loopback({ "/IAM/latest/UserGuide/roles.html": html(page("roles.html")) });
    const doc = await docs.fetchDoc({ url: ROLES });
    expect(doc).toMatchObject({ url: ROLES, title: "Made-up roles", cache: "miss", rendition: "html" });
    expect(doc.markdown).toMatch(/^<untrusted-page-content id="[0-9a-f]{12}" source="https:\/\/docs\.aws/);
    expect(doc.sections.map(({ anchor }) => anchor)).toEqual(["badge-terms", "badge-policy", "badge-quotas"]);
  });
});

describe("verifyFact", () => {
  it("finds the evidence below its anchor and cuts the passage", async () => {
    const { docs } = await loopback({ "/IAM/latest/UserGuide/roles.html": html(page("roles.html")) });
    const result = await docs.verifyFact({ id: "made-up", sources: [source] });
    expect(result).toMatchObject({ id: "made-up", status: "supported" });
    expect(result.sources[0]).toMatchObject({
      section: "Badge chaining",
      missing: [],
      found: source.mustMention,
    });
    expect(result.sources[0]?.passage).toContain("at most one‑hour");
  });
});
