import { describe, expect, test } from "vitest";
import { MAX_POLICY_CHARACTERS } from "../../../src/policy/policy-size.ts";
import { readDocument } from "../../../src/policy/principal/read-document.ts";

const policy = '{ "Version": "2012-10-17", "Statement": [] }';
const padded = (length: number): string => policy + " ".repeat(length - policy.length);

describe("a document", () => {
  test.each([
    ["as long as one that is checked alone may be", padded(MAX_POLICY_CHARACTERS)],
    ["in a wrapper, which does not count", JSON.stringify({ PolicyDocument: padded(MAX_POLICY_CHARACTERS) })],
  ])("is read: %s", (_, text) => {
    expect(readDocument(text, "identity")?.text).toHaveLength(MAX_POLICY_CHARACTERS);
  });

  test.each([
    ["longer than that", padded(MAX_POLICY_CHARACTERS + 1)],
    ["no JSON", "{"],
    ["no object", "[]"],
  ])("is not read: %s", (_, text) => {
    expect(readDocument(text, "identity")).toBeUndefined();
  });
});
