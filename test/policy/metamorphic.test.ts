import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadAnswers } from "../../bench/recorded-corpus.ts";
import { checkPolicy } from "../../src/policy/check.ts";
import type { PathElement } from "../../src/policy/location.ts";
import { ruleData } from "../support/rule-data.ts";

// Real policies, written otherwise but with the same meaning, have the same findings of Access Analyzer.

type Json = Readonly<Record<string, unknown>>;

const folder = join(import.meta.dirname, "../../../shared/corpora/access-analyzer");
const answers = existsSync(folder) ? loadAnswers(folder) : [];
const documents = answers
  .filter(({ latestForDoc }) => latestForDoc)
  .filter((_, index) => index % 9 === 0)
  .map(({ document }) => document)
  .filter(isObject);

/** Code and places of every finding that mirrors Access Analyzer, in an order of their own. */
function findingsOf(
  document: Json,
  moved: (path: readonly PathElement[]) => unknown = (path) => path,
): string[] {
  const { findings } = checkPolicy({ policy: JSON.stringify(document), policyType: "identity" }, ruleData);
  return (
    findings
      .filter(({ origin }) => origin === "access-analyzer")
      // The size counts the brackets that a list adds.
      .filter(({ issueCode }) => !issueCode.startsWith("POLICY_SIZE_"))
      .map(({ issueCode, locations }) => {
        const paths = locations.map(({ path }) => JSON.stringify(moved(path)));
        return `${issueCode} ${paths.sort().join(" ")}`;
      })
      .sort()
  );
}

function statementsOf(document: Json): readonly Json[] {
  return [document["Statement"]].flat().filter(isObject);
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const name = answers.length > 0 ? "of AWS managed policies" : "are skipped: no corpus beside the checkout";

describe.skipIf(answers.length === 0)(`findings ${name}`, () => {
  test("move with their statement when the statements are turned round", () => {
    for (const document of documents) {
      const statements = statementsOf(document);
      const list = { ...document, Statement: statements };
      const last = statements.length - 1;
      const moved = (path: readonly PathElement[]): unknown =>
        path.map((step, at) => (at === 1 && "index" in step ? { index: last - step.index } : step));
      expect(findingsOf({ ...list, Statement: statements.toReversed() }, moved)).toEqual(findingsOf(list));
    }
  });

  test("do not depend on the case of actions", () => {
    for (const document of documents) {
      // Every second entry: entries of one list have to be compared without regard to case too.
      const mixed = (value: unknown): unknown =>
        Array.isArray(value)
          ? value.map((entry, index) => (index % 2 === 0 ? String(entry).toUpperCase() : entry))
          : String(value).toUpperCase();
      const loud = statementsOf(document).map((statement) => ({
        ...statement,
        ...("Action" in statement && { Action: mixed(statement["Action"]) }),
        ...("NotAction" in statement && { NotAction: mixed(statement["NotAction"]) }),
      }));
      const list = { ...document, Statement: statementsOf(document) };
      expect(findingsOf({ ...list, Statement: loud })).toEqual(findingsOf(list));
    }
  });

  test("gain an index where a single action or resource becomes a list", () => {
    for (const document of documents) {
      const single = { ...document, Statement: statementsOf(document) };
      const listed = statementsOf(document).map((statement) => ({
        ...statement,
        ...("Action" in statement && { Action: [statement["Action"]].flat() }),
        ...("Resource" in statement && { Resource: [statement["Resource"]].flat() }),
      }));
      const moved = (path: readonly PathElement[]): unknown => {
        const element = path[2];
        const wasSingle =
          path.length === 3 &&
          element &&
          "value" in element &&
          ["Action", "Resource"].includes(element.value);
        return wasSingle ? [...path, { index: 0 }] : path;
      };
      expect(findingsOf({ ...single, Statement: listed })).toEqual(findingsOf(single, moved));
    }
  });
});
