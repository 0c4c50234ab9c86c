import { describe, expect, test } from "vitest";
import { documentedChecks } from "../../src/policy/documented-codes.ts";
import { notDecidable } from "../../src/policy/not-decidable.ts";
import { retiredChecks } from "../../src/policy/retired-codes.ts";
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

  test("are each either a rule or not decidable, with the reason", () => {
    const decided = new Set([...ruleCodes, ...notDecidable.map(({ issueCode }) => issueCode)]);
    expect([...documented.keys()].filter((code) => !decided.has(code))).toEqual([]);
    expect(notDecidable.filter(({ reason }) => reason.length < 20)).toEqual([]);
  });

  test("do not hold what is retired, which has no rule and a reason", () => {
    const codes = retiredChecks.map(({ issueCode }) => issueCode);
    const notDecidableCodes = new Set(notDecidable.map(({ issueCode }) => issueCode));
    const wrong = codes.filter(
      (code) => documented.has(code) || ruleCodes.has(code) || notDecidableCodes.has(code),
    );
    expect(wrong).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
    expect(retiredChecks.filter(({ reason }) => reason.length < 20)).toEqual([]);
  });
});
