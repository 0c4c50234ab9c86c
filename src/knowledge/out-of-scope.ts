import { readFileSync } from "node:fs";

/**
 * Reads the questions that no fact answers: one a line, without empty lines and those that begin with `# `. The search
 * compares a query with them before it says that a fact answers.
 */
export function readOutOfScope(file: string): readonly string[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("# "));
}
