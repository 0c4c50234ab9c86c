import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadFolder } from "../../src/knowledge/load-folder.ts";
import { checkPolicy } from "../../src/policy/check.ts";
import { kebab } from "../../src/policy/rule.ts";
import { rules } from "../../src/policy/rules/index.ts";
import { readMarks } from "../support/marked.ts";
import { ruleData } from "../support/rule-data.ts";
import { expectFlags, expectPasses } from "../support/test-rule.ts";

const root = join(import.meta.dirname, "../..");
const factIds = new Set(loadFolder(join(root, "knowledge/facts")).facts.map(({ id }) => id));

describe("the set of rules", () => {
  test("is the folder: one file per issue code", () => {
    const files = readdirSync(join(root, "src/policy/rules")).filter((name) => name !== "index.ts");
    expect(files.sort()).toEqual(rules.map(({ issueCode }) => `${kebab(issueCode)}.ts`).sort());
  });

  test("has a table of edge cases for every rule", () => {
    const missing = rules
      .map(({ issueCode }) => `test/policy/rules/${kebab(issueCode)}.test.ts`)
      .filter((file) => !existsSync(join(root, file)));
    expect(missing).toEqual([]);
  });

  test("cites only facts that exist", () => {
    const unknown = rules.flatMap(({ issueCode, facts }) =>
      facts.filter((id) => !factIds.has(id)).map((id) => `${issueCode}: ${id}`),
    );
    expect(unknown).toEqual([]);
  });

  test("of our own cites a fact behind each", () => {
    const bare = rules.filter(({ origin, facts }) => origin === "iam-pitfalls" && facts.length === 0);
    expect(bare.map(({ issueCode }) => issueCode)).toEqual([]);
  });
});

describe.each(rules)("$issueCode", (rule) => {
  test("flags its bad example at the mark", () => expectFlags(rule, rule.examples.bad));
  test("passes its good example", () => expectPasses(rule, rule.examples.good));

  test("has a fix that resolves the bad example without new findings", () => {
    const { type, resourceType, policy } = rule.examples.bad;
    const request = { policyType: type, resourceType };
    const before = checkPolicy({ ...request, policy: readMarks(policy).text }, ruleData);
    const edited = before.findings
      .filter(({ issueCode }) => issueCode === rule.issueCode)
      .some(({ edits }) => edits);
    if (!edited || before.correctedPolicy === undefined) return;
    const after = checkPolicy({ ...request, policy: before.correctedPolicy }, ruleData);
    expect(after.findings.map(({ issueCode }) => issueCode)).not.toContain(rule.issueCode);
    const codes = new Set(before.findings.map(({ issueCode }) => issueCode));
    expect(after.findings.filter(({ issueCode }) => !codes.has(issueCode))).toEqual([]);
  });
});
