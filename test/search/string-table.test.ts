import fc from "fast-check";
import { expect, test } from "vitest";
import { placeOf, sizeOf, stringAt, stringTable } from "../../src/search/string-table.ts";

test("finds each string at its place, and no other", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ unit: "binary", maxLength: 8 })),
      fc.array(fc.string({ unit: "binary", maxLength: 3 })),
      (strings, others) => {
        const table = stringTable(strings);
        expect(sizeOf(table)).toBe(strings.length);
        expect(strings.map((string) => placeOf(table, string))).toEqual([...strings.keys()]);
        expect(strings.map((_, place) => stringAt(table, place))).toEqual(strings);
        expect(others.map((other) => placeOf(table, other))).toEqual(
          others.map((other) => strings.indexOf(other)),
        );
      },
    ),
  );
});

test("finds nothing in an empty table", () => {
  expect(placeOf(stringTable([]), "")).toBe(-1);
  expect(placeOf(stringTable([]), "role")).toBe(-1);
});

test("tells strings of one slot apart", () => {
  const strings = Array.from({ length: 5000 }, (_, at) => `word${at}`);
  const table = stringTable(strings);
  expect(strings.map((string) => placeOf(table, string))).toEqual([...strings.keys()]);
  expect(placeOf(table, "word5000")).toBe(-1);
});
