import { describe, expect, test } from "vitest";
import { documentedChecks } from "../../src/policy/documented-codes.ts";
import { notDecidable } from "../../src/policy/not-decidable.ts";
import { rules } from "../../src/policy/rules/index.ts";

const documented = new Map(documentedChecks.map(({ issueCode, findingType }) => [issueCode, findingType]));
const ruleCodes = new Set(rules.map(({ issueCode }) => issueCode));

describe("the documented checks", () => {
  test("name each code once", () => {
    expect(documented.size).toBe(documentedChecks.length);
  });

  test("have the codes and finding types of the rules that mirror them", () => {
    const wrong = rules
      .filter(({ origin }) => origin === "access-analyzer")
      .filter(({ issueCode, findingType }) => documented.get(issueCode) !== findingType);
    expect(wrong.map(({ issueCode }) => issueCode)).toEqual([]);
  });

  test("are not claimed by rules of our own", () => {
    const own = rules.filter(
      ({ origin, issueCode }) => origin === "iam-pitfalls" && documented.has(issueCode),
    );
    expect(own.map(({ issueCode }) => issueCode)).toEqual([]);
  });

  test("that are not decidable have no rule", () => {
    const codes = notDecidable.map(({ issueCode }) => issueCode);
    expect(codes.filter((code) => ruleCodes.has(code) || !documented.has(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });
});
