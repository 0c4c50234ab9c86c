import type { SearchIndex } from "./search-index.ts";

const wide = [
  "documentStart",
  "documents",
  "passageStart",
  "passages",
  "firstPassage",
  "wordCounts",
] as const;

interface Header extends Pick<SearchIndex, "ids" | "topics" | "tokens" | "words"> {
  /** How many values each array has, in the order of the file. */
  readonly lengths: readonly number[];
}

/** The index as a file: the length of the header, the header (JSON), and the arrays one after the other, little-endian. */
export function packIndex(index: SearchIndex): Uint8Array {
  const arrays = [
    ...wide.map((name) => index[name]),
    index.weights,
    index.passageNorms,
    index.fieldParts,
    index.passageVectors,
    index.documentVectors,
  ];
  const header: Header = {
    ids: index.ids,
    topics: index.topics,
    tokens: index.tokens,
    words: index.words,
    lengths: arrays.map(({ length }) => length),
  };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const start = align(4 + text.length);
  const bytes = new Uint8Array(arrays.reduce((sum, { byteLength }) => sum + byteLength, start));
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, 4);
  let at = start;
  for (const { buffer, byteOffset, byteLength } of arrays) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  return bytes;
}

/** Reads what `packIndex` wrote. */
export function unpackIndex(file: Uint8Array): SearchIndex {
  // A copy begins where arrays of four bytes a value may begin.
  const { buffer } = file.slice();
  const length = new DataView(buffer).getUint32(0, true);
  const header: Header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length)));
  let next = 0;
  let at = align(4 + length);
  const take = <T>(
    type: new (source: ArrayBufferLike, offset: number, length: number) => T,
    size: number,
  ): T => {
    const count = header.lengths[next] ?? 0;
    const array = new type(buffer, at, count);
    next += 1;
    at += count * size;
    return array;
  };
  return {
    ...header,
    documentStart: take(Uint32Array, 4),
    documents: take(Uint32Array, 4),
    passageStart: take(Uint32Array, 4),
    passages: take(Uint32Array, 4),
    firstPassage: take(Uint32Array, 4),
    wordCounts: take(Uint32Array, 4),
    weights: take(Float32Array, 4),
    passageNorms: take(Float32Array, 4),
    fieldParts: take(Uint8Array, 1),
    passageVectors: take(Int8Array, 1),
    documentVectors: take(Int8Array, 1),
  };
}

function align(offset: number): number {
  return Math.ceil(offset / 4) * 4;
}
