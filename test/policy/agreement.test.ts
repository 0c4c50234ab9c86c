import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compare, summarize } from "../../bench/compare-answers.ts";
import { loadAnswers, loadFirstSeen } from "../../bench/recorded-corpus.ts";
import { catalog } from "../support/catalog.ts";

const folder = join(import.meta.dirname, "../../../shared/corpora/access-analyzer");

// The recorded answers lie beside the checkout and are no part of it; without them there is nothing to compare.
describe.skipIf(!existsSync(folder))(
  "agreement with recorded answers of Access Analyzer (skipped where they are absent)",
  () => {
    const firstSeen = loadFirstSeen(folder);
    const comparisons = loadAnswers(folder).map((answer) => compare(answer, catalog, firstSeen));
    const current = summarize(comparisons.filter(({ answer }) => answer.current));
    const latest = summarize(comparisons.filter(({ answer }) => answer.current || answer.latestForDoc));

    test("is at least 99 % of current policies, with the same codes at the same places", () => {
      expect(current.policies).toBeGreaterThan(600);
      expect(current.share).toBeGreaterThanOrEqual(0.99);
    });

    test("is at least 99 % of the last answers for older documents too, the age of the answers apart", () => {
      expect(latest.policies).toBeGreaterThan(2000);
      expect(latest.share).toBeGreaterThanOrEqual(0.99);
    });

    test("has no error on a current policy that AWS does not report", () => {
      const errors = current.differences.filter(
        ({ side, findingType }) => side === "only here" && findingType === "ERROR",
      );
      expect(errors).toEqual([]);
    });
  },
);
