import { describe, expect, test } from "vitest";
import { checkPolicy } from "../../src/policy/check.ts";
import type { Finding } from "../../src/policy/finding.ts";
import type { Example, Rule } from "../../src/policy/rule.ts";
import { readMarks } from "./marked.ts";
import { ruleData } from "./rule-data.ts";

type Case = string | Example;

/** The findings of one rule on a document without marks. */
export function findingsOf(rule: Rule, text: string, example: Partial<Example> = {}): Finding[] {
  const { findings } = checkPolicy(
    { policy: text, policyType: example.type, resourceType: example.resourceType },
    ruleData,
  );
  return findings.filter(({ issueCode }) => issueCode === rule.issueCode);
}

/**
 * Edge cases of a rule as tables whose keys are sentences. In `flags` the marks `⟦ ⟧` say where the
 * findings point, in any order; in `passes` the rule has to stay silent.
 */
export function testRule(
  rule: Rule,
  cases: { readonly flags: Readonly<Record<string, Case>>; readonly passes: Readonly<Record<string, Case>> },
): void {
  describe(rule.issueCode, () => {
    for (const [sentence, example] of Object.entries(cases.flags))
      test(`flags ${sentence}`, () => expectFlags(rule, toExample(example)));
    for (const [sentence, example] of Object.entries(cases.passes))
      test(`passes ${sentence}`, () => expectPasses(rule, toExample(example)));
  });
}

export function expectFlags(rule: Rule, example: Example): void {
  const { text, marks } = readMarks(example.policy);
  const places = findingsOf(rule, text, example)
    .flatMap(({ locations }) => locations)
    .map(({ span }) => text.slice(span.start.offset, span.end.offset));
  const expected = marks.map(({ start, end }) => text.slice(start, end));
  expect(marks.length, "the example marks no place with ⟦ ⟧").toBeGreaterThan(0);
  expect(places.sort()).toEqual(expected.sort());
  const offsets = findingsOf(rule, text, example)
    .flatMap(({ locations }) => locations)
    .map(({ span }) => span.start.offset)
    .sort((a, b) => a - b);
  expect(offsets).toEqual(marks.map(({ start }) => start).sort((a, b) => a - b));
}

export function expectPasses(rule: Rule, example: Example): void {
  expect(findingsOf(rule, example.policy, example)).toEqual([]);
}

/** A policy type other than the inferred one makes an example; a plain string is one of the inferred type. */
function toExample(example: Case): Example {
  return typeof example === "string" ? { policy: example } : example;
}
