import { unpackIndex } from "./index-file.ts";
import { Search } from "./search.ts";
import type { SearchDocument } from "./search-document.ts";
import { buildIndex } from "./search-index.ts";
import { WordVectors } from "./word-vectors.ts";

/**
 * A search over what the build indexed (`packIndex`), or over documents that are indexed now, beside questions
 * that none of them answers; `vectors` is what `packWordVectors` wrote.
 */
export function createSearch(
  source: { readonly vectors: Uint8Array } & (
    | { readonly index: Uint8Array }
    | { readonly documents: readonly SearchDocument[]; readonly outOfScope: readonly string[] }
  ),
): Search {
  const vectors = new WordVectors(source.vectors);
  const index =
    "index" in source ? unpackIndex(source.index) : buildIndex(source.documents, source.outOfScope, vectors);
  return new Search(index, vectors);
}
