import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadFolder } from "../../src/knowledge/load-folder.ts";
import { readOutOfScope } from "../../src/knowledge/out-of-scope.ts";
import { readQuestions } from "../support/questions.ts";

const knowledge = join(import.meta.dirname, "../../knowledge");
const lines = readOutOfScope(join(knowledge, "out-of-scope.txt"));
const plain = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");

describe("the questions that no fact answers", () => {
  test("stand there once", () => {
    const texts = lines.map(plain);
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
  });

  test("are questions of no fact, and none of the development set", () => {
    const { facts } = loadFolder(join(knowledge, "facts"));
    const own = facts.flatMap(({ questions, symptoms }) => [...questions, ...symptoms]);
    const taken = new Set([...own, ...readQuestions().map(({ text }) => text)].map(plain));
    expect(lines.filter((line) => taken.has(plain(line)))).toEqual([]);
  });

  test("are read without comments and empty lines", () => {
    expect(lines.filter((line) => line.trim() === "" || line.startsWith("#"))).toEqual([]);
    expect(lines.length).toBeGreaterThan(500);
  });
});
