import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadEscalationPaths } from "../src/knowledge/escalation.ts";
import { Knowledge } from "../src/knowledge/knowledge.ts";
import { loadFolder } from "../src/knowledge/load-folder.ts";
import { readOutOfScope } from "../src/knowledge/out-of-scope.ts";
import { packIndex } from "../src/search/index-file.ts";
import { buildIndex } from "../src/search/search-index.ts";
import { packWordVectors, WordVectors } from "../src/search/word-vectors.ts";
import { compileCatalog } from "./compile-catalog.ts";
import { compileReference } from "./compile-reference.ts";

/** Writes the facts, what is out of their scope, their search index, the escalation paths and the catalog into `dist`. A broken file stops the build, named with all its problems. */
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
  const vectors = packWordVectors(
    JSON.parse(readFileSync(join(root, "knowledge/word-vectors.json"), "utf8")),
  );
  writeFileSync(join(dist, "word-vectors.bin"), vectors);
  const outOfScope = readOutOfScope(join(root, "knowledge/out-of-scope.txt"));
  writeFileSync(join(dist, "out-of-scope.json"), JSON.stringify(outOfScope));
  const index = buildIndex(new Knowledge(facts).facts, outOfScope, new WordVectors(vectors));
  writeFileSync(join(dist, "search-index.bin"), packIndex(index));
  writeFileSync(join(dist, "escalation.json"), JSON.stringify(escalation.paths));
  writeFileSync(join(dist, "catalog.json"), JSON.stringify(compileCatalog(reference)));
}
