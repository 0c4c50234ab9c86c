import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readOutOfScope } from "../../src/knowledge/out-of-scope.ts";
import { createSearch } from "../../src/search/create-search.ts";
import type { Search } from "../../src/search/search.ts";
import type { SearchDocument } from "../../src/search/search-document.ts";
import { packWordVectors } from "../../src/search/word-vectors.ts";

/** The word vectors as the build packs them; `root` is the folder of the repository. */
export function vectorsFile(root: string): Uint8Array {
  return packWordVectors(JSON.parse(readFileSync(join(root, "knowledge/word-vectors.json"), "utf8")));
}

/** A search over documents, as the program makes it. */
export function makeSearch(
  documents: readonly SearchDocument[],
  root: string,
  outOfScope = readOutOfScope(join(root, "knowledge/out-of-scope.txt")),
): Search {
  return createSearch({ documents, outOfScope, vectors: vectorsFile(root) });
}

/** Which half of the development set a question is in: by the text alone, so that it keeps its half for ever. */
export function half(text: string): "fitted" | "reported" {
  let hash = 0;
  for (const char of text) hash = (hash * 31 + char.charCodeAt(0)) >>> 0;
  return hash % 2 === 0 ? "fitted" : "reported";
}
