import { expect, test } from "vitest";
import { readText } from "../../src/search/tokenize.ts";

test.each([
  ["a command", "aws iam put-role-policy --role-name x", ["putrolepolicy", "rolename"]],
  ["a method", "iam.create_policy_version()", ["createpolicyversion"]],
  ["no join", "role, policy - version", []],
])("joins the words of %s to the name of the operation", (_, text, joined) => {
  expect(readText(text).joined).toEqual(joined);
});

test("reads an operation as the command that calls it", () => {
  expect(readText("GetSessionToken").tokens).toContain(readText("get-session-token").joined[0]);
});

test("reads the words that stand in for others", () => {
  const { tokens, words } = readText("rol chaining", (word) => (word === "rol" ? "role" : word));
  expect(words).toEqual(["role", "chaining"]);
  expect(tokens).toContain("role+chain");
});

test("tells how a word would pair with the one before it", () => {
  const pairs: (string | undefined)[] = [];
  readText("role chaning", (word, pairWith) => {
    pairs.push(pairWith("chain"));
    return word;
  });
  expect(pairs).toEqual([undefined, "role+chain"]);
});

test.each([
  ["recreated role", "the role was made again"],
  ["disable it", "turn it off or switch off"],
  ["me-south-1 is an opt-in Region", "Bahrain"],
  ["eu-central-1", "Frankfurt"],
  ["identity provider", "Azure AD"],
  ["Identity Center", "idc"],
  ["last accessed", "Access Advisor"],
  ["self-managed", "self-hosted"],
])("gives %s and %s a token in common", (one, other) => {
  const meanings = (text: string): readonly string[] =>
    readText(text).tokens.filter((token) => token.startsWith("="));
  expect(meanings(one)).toEqual(expect.arrayContaining([...meanings(other)]));
  expect(meanings(other)).not.toEqual([]);
});

test.each([
  ["a time", '"eventTime": "2026-01-02T03:04:05Z"', ["eventtime", "event", "time"]],
  ["a request", "request 7a3f0c52-91be-4c6e-a1d4-2f8e6b9c0d13", ["request"]],
  ["an account", "arn:aws:iam::123456789012:root", ["arn", "iam", "root"]],
  ["an access key", "key AKIAIOSFODNN7EXAMPLE", ["kei", "akia"]],
  ["no date alone", "Version 2012-10-17", ["version", "2012", "10", "17"]],
])("leaves out what only one reader knows: %s", (_, text, plain) => {
  const { tokens } = readText(text);
  expect(tokens.filter((token) => !/[=+]/.test(token))).toEqual(plain);
});
