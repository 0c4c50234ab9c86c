import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { globCovers, globMatches, globsIntersect } from "../../src/policy/glob.ts";

const pattern = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 5 });

/** Every text over two letters, up to six characters. */
const texts = [""];
for (let length = 1; length <= 6; length += 1)
  texts.push(
    ...texts.filter((text) => text.length === length - 1).flatMap((text) => [`${text}a`, `${text}b`]),
  );

function asRegExp(glob: string): RegExp {
  return new RegExp(`^${glob.replaceAll("*", ".*").replaceAll("?", ".")}$`);
}

describe("wildcards", () => {
  test("match as regular expressions do", () => {
    fc.assert(
      fc.property(pattern, (glob) => {
        const expected = texts.filter((text) => asRegExp(glob).test(text));
        expect(texts.filter((text) => globMatches(glob, text))).toEqual(expected);
      }),
    );
  });

  test("cover only what they match", () => {
    fc.assert(
      fc.property(pattern, pattern, (outer, inner) => {
        fc.pre(globCovers(outer, inner));
        const inside = texts.filter((text) => globMatches(inner, text));
        expect(inside.filter((text) => !globMatches(outer, text))).toEqual([]);
      }),
    );
  });

  test("share a text exactly if there is one", () => {
    fc.assert(
      fc.property(pattern, pattern, (a, b) => {
        // Patterns of five characters that share any text share one that is no longer than both together.
        const shared = texts.some((text) => globMatches(a, text) && globMatches(b, text));
        if (shared) expect(globsIntersect(a, b)).toBe(true);
        else expect(globsIntersect(a, b) && a.length + b.length <= 6).toBe(false);
      }),
    );
  });

  test("do not backtrack", () => {
    const hostile = `${"a*".repeat(2000)}b`;
    expect(globMatches(hostile, "a".repeat(10_000))).toBe(false);
    expect(globsIntersect(hostile, `${"*a".repeat(2000)}c`)).toBe(false);
  });
});
