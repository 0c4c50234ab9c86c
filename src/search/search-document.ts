/** What is searched; a fact is one. */
export interface SearchDocument {
  readonly id: string;
  readonly topic: string;
  readonly title: string;
  readonly statement: string;
  readonly misconception: string;
  readonly details: string;
  readonly aliases: readonly string[];
  readonly questions: readonly string[];
  readonly symptoms: readonly string[];
}

/** The parts of a document that are weighed apart, in the order of the columns of `SearchIndex.fieldParts`. */
export const fields = [
  "id",
  "topic",
  "title",
  "aliases",
  "statement",
  "misconception",
  "questions",
  "symptoms",
  "details",
] as const;

export type Field = (typeof fields)[number];

export function textOf(document: SearchDocument, field: Field): string {
  const value = document[field];
  return typeof value === "string" ? value : value.join("\n");
}

/** The texts that say on their own what the document answers. */
export function passagesOf(document: SearchDocument): readonly string[] {
  const { title, aliases, statement, misconception, questions, symptoms } = document;
  return [title, aliases.join("\n"), statement, misconception, ...questions, ...symptoms];
}
