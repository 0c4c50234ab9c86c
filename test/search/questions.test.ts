import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadFolder } from "../../src/knowledge/load-folder.ts";
import { questionStyles, readQuestions } from "../support/questions.ts";

const { facts } = loadFolder(join(import.meta.dirname, "../../knowledge/facts"));
const known = new Set(facts.map((fact) => fact.id));
const questions = readQuestions();

/** How many questions ask for each fact. */
const asked = new Map<string, number>();
for (const id of questions.flatMap((question) => question.ids)) asked.set(id, (asked.get(id) ?? 0) + 1);

/**
 * Facts that are asked for but were not written, because they could not be confirmed or another fact says the
 * same. If another one does, its id belongs beside the withdrawn one in the question.
 */
const withdrawn: readonly string[] = ["sdk-organizations-policytype-14-values"];

const missing = [...asked.keys()].filter((id) => !known.has(id));

describe("the development set of the search", () => {
  test("has every style often enough to report on", () => {
    const answerable = questions.filter((question) => question.ids.length > 0);
    const rare = questionStyles.filter(
      (style) => answerable.filter((question) => question.style === style).length < 25,
    );
    expect(rare).toEqual([]);
  });

  test("asks for each of its facts three times or more", () => {
    expect([...asked].filter(([, count]) => count < 3)).toEqual([]);
  });

  test("has at least 100 questions that no fact answers", () => {
    expect(questions.filter((question) => question.ids.length === 0).length).toBeGreaterThanOrEqual(100);
  });

  test("asks nothing twice, and names no fact twice for a question", () => {
    const texts = questions.map((question) => plain(question.text));
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
    expect(questions.filter(({ ids }) => new Set(ids).size !== ids.length)).toEqual([]);
  });

  test("rambles for 60 to 150 words", () => {
    const wrong = questions
      .filter((question) => question.style === "ramble")
      .map((question) => question.text.split(/\s+/).length)
      .filter((words) => words < 60 || words > 150);
    expect(wrong).toEqual([]);
  });

  test("has one question a line, sorted by fact, those without one last", () => {
    const keys = questions.map(({ ids }) => ids[0] ?? "~");
    expect(keys).toEqual([...keys].sort());
  });

  test("copies no question of a fact", () => {
    const own = new Set(facts.flatMap((fact) => fact.questions).map(plain));
    expect(questions.filter((question) => own.has(plain(question.text)))).toEqual([]);
  });

  test("asks for facts that exist, and for every fact that exists", () => {
    expect(missing.filter((id) => !withdrawn.includes(id))).toEqual([]);
    expect(facts.map((fact) => fact.id).filter((id) => !asked.has(id))).toEqual([]);
  });
});

/** The words of a text, without case and punctuation. */
function plain(text: string): string {
  return (
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(" ") ?? ""
  );
}
