import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadFolder } from "../src/knowledge/load-folder.ts";
import { compileCatalog } from "./compile-catalog.ts";
import { compileReference } from "./compile-reference.ts";

/** Writes `facts.json` and `catalog.json` into `dist`. A broken fact stops the build, named with all its problems. */
export function compileData(root: string, dist: string): void {
  const { facts, broken } = loadFolder(join(root, "knowledge/facts"));
  if (broken.length > 0) {
    const list = broken.map(({ file, problems }) => `\n${file}\n  ${problems.join("\n  ")}`);
    throw new Error(`Broken facts:\n${list.join("\n")}`);
  }
  const reference = compileReference(join(root, "knowledge/reference.yaml"));
  writeFileSync(join(dist, "facts.json"), JSON.stringify(facts));
  writeFileSync(join(dist, "catalog.json"), JSON.stringify(compileCatalog(reference)));
}
