import { openFile, packFile } from "./packed-file.ts";
import type { SearchIndex } from "./search-index.ts";
import type { StringTable } from "./string-table.ts";

type About = Pick<SearchIndex, "ids" | "topics">;

/** The index as a file. */
export function packIndex(index: SearchIndex): Uint8Array {
  const about: About = { ids: index.ids, topics: index.topics };
  return packFile(about, [
    ...arraysOf(index.tokens),
    index.documentStart,
    index.documents,
    index.weights,
    index.fieldParts,
    index.passageStart,
    index.passages,
    index.firstPassage,
    index.passageNorms,
    index.passageVectors,
    index.documentVectors,
    ...arraysOf(index.words),
    index.wordCounts,
    index.wordOdds,
  ]);
}

/** Reads what `packIndex` wrote; the index keeps the file's memory. */
export function unpackIndex(file: Uint8Array): SearchIndex {
  const { about, take } = openFile<About>(file);
  const takeTable = (): StringTable => ({
    bytes: take(Uint8Array),
    start: take(Uint32Array),
    slots: take(Uint32Array),
  });
  return {
    ...about,
    tokens: takeTable(),
    documentStart: take(Uint32Array),
    documents: take(Uint32Array),
    weights: take(Float32Array),
    fieldParts: take(Uint8Array),
    passageStart: take(Uint32Array),
    passages: take(Uint32Array),
    firstPassage: take(Uint32Array),
    passageNorms: take(Float32Array),
    passageVectors: take(Int8Array),
    documentVectors: take(Int8Array),
    words: takeTable(),
    wordCounts: take(Uint32Array),
    wordOdds: take(Float32Array),
  };
}

function arraysOf({ bytes, start, slots }: StringTable): [Uint8Array, Uint32Array, Uint32Array] {
  return [bytes, start, slots];
}
