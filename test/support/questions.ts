import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

/** The wordings that the questions of the development set come in. */
export const questionStyles = [
  "question",
  "keywords",
  "misconception",
  "symptom",
  "error",
  "typo",
  "claim",
  "snippet",
  "ramble",
  "howto",
] as const;

const question = z.strictObject({
  ids: z.array(z.string()).readonly(),
  style: z.enum(questionStyles),
  text: z.string().min(5).max(2_000),
});

/** A question, its style, and the facts that answer it; no ids: no fact does. */
export type Question = Readonly<z.infer<typeof question>>;

const standardFile = join(import.meta.dirname, "../search/questions.yaml");

/** The development set of the fact search. Throws where the file is not of the form above. */
export function readQuestions(file = standardFile): readonly Question[] {
  return z.array(question).parse(parse(readFileSync(file, "utf8")));
}
