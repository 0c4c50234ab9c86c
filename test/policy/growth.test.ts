import { describe, expect, test } from "vitest";
import { checkPolicy, MAX_LISTED } from "../../src/policy/check.ts";
import type { PolicyType } from "../../src/policy/model.ts";
import { hostileDocuments } from "../support/hostile-documents.ts";
import { ruleData } from "../support/rule-data.ts";

const PIECES = 1000;
/** Four times the pieces may cost eight times the work; what grows as their square costs sixteen times as much. */
const MAX_RATIO = 8;
/** What a check costs anyway, and what the clock and the garbage collector add. */
const BASE = 20;

/** Milliseconds that the processor spends, whoever else is using it. */
function costOf(policy: string, policyType: PolicyType): number {
  const before = process.cpuUsage();
  checkPolicy({ policy, policyType }, ruleData);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe("a document of four times the size costs a few times the work", () => {
  test.each(hostileDocuments)("$name", ({ type, make }) => {
    const [small, large] = [make(PIECES), make(4 * PIECES)];
    costOf(small, type);
    const ratios: number[] = [];
    // One bad measurement says little: the best of several counts.
    while (ratios.length < 4 && (ratios.length === 0 || Math.min(...ratios) >= MAX_RATIO))
      ratios.push((costOf(large, type) + BASE) / (costOf(small, type) + BASE));
    expect(Math.min(...ratios)).toBeLessThan(MAX_RATIO);
  });
});

describe("what is found in a document beyond all quotas is counted, and listed in part", () => {
  const report = (count: number) =>
    checkPolicy(
      {
        policy: `{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:*","Resource":[${'"a",'.repeat(count)}"*"]}]}`,
        policyType: "identity",
      },
      ruleData,
    );
  const codes = ({ findings }: ReturnType<typeof report>): number =>
    findings.filter(
      ({ issueCode }) => issueCode === "MISSING_ARN_FIELD" || issueCode === "INVALID_ARN_PREFIX",
    ).length;

  test("all of them up to the limit", () => {
    const { summary, findings } = report(MAX_LISTED - 1);
    expect(findings).toHaveLength(Object.values(summary).reduce((sum, count) => sum + count, 0));
  });

  test("the rest is in the summary", () => {
    const large = report(MAX_LISTED + 500);
    expect(codes(large)).toBe(MAX_LISTED);
    expect(large.summary.ERROR).toBe(MAX_LISTED + 500);
  });
});
