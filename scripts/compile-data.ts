import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadEscalationPaths } from "../src/knowledge/escalation.ts";
import { loadFolder } from "../src/knowledge/load-folder.ts";
import { compileCatalog } from "./compile-catalog.ts";
import { compileReference } from "./compile-reference.ts";

/** Writes `facts.json`, `escalation.json` and `catalog.json` into `dist`. A broken file stops the build, named with all its problems. */
export function compileData(root: string, dist: string): void {
  const { facts, broken } = loadFolder(join(root, "knowledge/facts"));
  const escalation = loadEscalationPaths(join(root, "knowledge/escalation"));
  const allBroken = [...broken, ...escalation.broken];
  if (allBroken.length > 0) {
    const list = allBroken.map(({ file, problems }) => `\n${file}\n  ${problems.join("\n  ")}`);
    throw new Error(`Broken files below knowledge:\n${list.join("\n")}`);
  }
  const reference = compileReference(join(root, "knowledge/reference.yaml"));
  writeFileSync(join(dist, "facts.json"), JSON.stringify(facts));
  writeFileSync(join(dist, "escalation.json"), JSON.stringify(escalation.paths));
  writeFileSync(join(dist, "catalog.json"), JSON.stringify(compileCatalog(reference)));
}
