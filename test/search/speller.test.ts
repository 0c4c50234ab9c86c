import { expect, test } from "vitest";
import { Speller } from "../../src/search/speller.ts";
import { stringTable } from "../../src/search/string-table.ts";

const known = ["changing", "chaining", "role", "session", "policy", "pancakes"];
const speller = new Speller(stringTable(known), Uint32Array.from([40, 3, 90, 80, 90, 0]));

test.each([
  ["a letter too few", "sesion", "session"],
  ["two letters swapped", "polciy", "policy"],
  ["the more frequent of two as near", "chaning", "changing"],
  ["a short word that lacks a letter", "rol", "role"],
  ["an abbreviation", "acct", "account"],
  ["an abbreviation with a digit", "b64", "base64"],
  ["a word that only questions without an answer have", "pancaks", "pancakes"],
])("corrects %s", (_, word, right) => {
  expect(speller.correct(word)).toBe(right);
});

test("prefers the word that is known to follow the one before it", () => {
  expect(speller.correct("chaning", (word) => word === "chaining")).toBe("chaining");
});

test.each(["xyzzy", "sts", "ab", "key1", "x".repeat(100)])("leaves %s as it is", (word) => {
  expect(speller.correct(word)).toBeUndefined();
});
