import { readdirSync } from "node:fs";
import { basename, join } from "node:path";

const facts = new Set(
  readdirSync(join(import.meta.dirname, "../../knowledge/facts"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => basename(file, ".md")),
);

/** Whether a row of a table rests on something: on a fact that exists, or on a page of the AWS documentation. */
export function isSource(source: string): boolean {
  return facts.has(source) || /^(?:reference_|access_|orgs_manage_|API_)[\w-]+(?:#[\w-]+)?$/.test(source);
}
