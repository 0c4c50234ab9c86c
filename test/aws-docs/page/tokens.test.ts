import { describe, expect, it } from "vitest";
import {
  hashTokens,
  mentions,
  tokenize,
  tokenizeTerm,
  tokenText,
} from "../../../src/aws-docs/page/tokens.ts";

function holds(text: string, term: string): boolean {
  return mentions(tokenText(tokenize(text)), tokenizeTerm(term));
}

describe("a term stands in a text", () => {
  it.each([
    ["for at most one hour", "1 hour"],
    ["for at most 1 hour", "one hour"],
    ["a one-hour session", "one hour"],
    ["a one\u2011hour session", "1 hour"],
    ["up to 12 hours", "12 hour"],
    ["3,600 seconds", "3600 seconds"],
    ["3600 seconds", "3,600 seconds"],
    ["a 1,000,000 byte body", "1000000 bytes"],
    ["can\u2019t be raised", "can't be raised"],
    ["\u201cDeny\u201d statement", '"Deny" statement'],
    ['"Version":"2012-10-17"', '"Version": "2012-10-17"'],
    ["the setting\u00b2 applies", "setting applies"],
    ["NOT REQUIRED", "not required"],
    ["role\u00a0chaining", "role chaining"],
    ["role\n   chaining", "role chaining"],
    ["ro\u00adle chai\u200bning", "role chaining"],
    ["the MaxSessionDuration setting", "MaxSessionDuration"],
    ["use --profile prod", "--profile prod"],
    ["arn:aws:iam::aws:policy", "arn:aws:iam::aws:policy"],
    ["iam:PassRole and others", "`iam:PassRole`"],
    ["a visitor_id is made", "visitor\\_id"],
    ["arn:aws:iam::111122223333:root", "arn:aws:iam::{{111122223333}}:root"],
    ["\uff26ull width", "full width"],
    ["最大セッション", "セッション"],
    ["naïve café", "cafe\u0301"],
  ])("%j holds %j", (text, term) => {
    expect(holds(text, term)).toBe(true);
  });

  it.each([
    ["up to 12 hours", "2 hours"],
    ["up to 15 versions", "5 versions"],
    ["MaxSessionDuration", "SessionDuration"],
    ["to deactivate a key", "activate"],
    ["arn:aws-cn:s3:::x", "arn:aws:s3"],
    ["profile prod", "--profile prod"],
    ["13,600 seconds", "3600 seconds"],
    ["chaining of roles", "role chaining"],
    ["3600 seconds", "1 hour"],
    ["role, chaining", "role chaining"],
    ["anything", ""],
    ["anything", "``"],
  ])("%j does not hold %j", (text, term) => {
    expect(holds(text, term)).toBe(false);
  });
});

describe("hashTokens", () => {
  const hash = (text: string) => hashTokens(tokenize(text));

  it("is the same for other quotes, dashes, spacing and case", () => {
    expect(hash("A \u201cone\u201d \u2013 thing")).toBe(hash('a "one" -  THING'));
  });

  it("is another for another word", () => {
    expect(hash("a role can")).not.toBe(hash("a role cannot"));
  });

  it("names its kind", () => {
    expect(hash("x")).toMatch(/^t1:[0-9a-f]{16}$/);
  });
});
