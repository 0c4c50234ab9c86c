type NumberArray = Uint8Array | Int8Array | Uint32Array | Float32Array;

/** How an array of a file is made: a constructor of `NumberArray`. */
type Kind<T> = (new (
  buffer: ArrayBufferLike,
  offset: number,
  length: number,
) => T) & { readonly BYTES_PER_ELEMENT: number };

interface Header<T> {
  readonly about: T;
  /** How many numbers each array has, in the order of the file. */
  readonly lengths: readonly number[];
}

/** Every array begins where one of four bytes a number may begin. */
const ALIGNMENT = 4;

/**
 * A file that is read without being parsed: the length of a header, the header (JSON: what it is about), and
 * arrays one after the other, little-endian.
 */
export function packFile(about: unknown, arrays: readonly NumberArray[]): Uint8Array {
  const header: Header<unknown> = { about, lengths: arrays.map(({ length }) => length) };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const start = align(4 + text.length);
  const bytes = new Uint8Array(arrays.reduce((sum, { byteLength }) => sum + align(byteLength), start));
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, 4);
  let at = start;
  for (const { buffer, byteOffset, byteLength } of arrays) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += align(byteLength);
  }
  return bytes;
}

/** Reads what `packFile` wrote: `take` gives one array after the other, each a view of the file. */
export function openFile<T>(file: Uint8Array): { about: T; take: <A>(kind: Kind<A>) => A } {
  // Node's small buffers share one, and may begin anywhere in it.
  const { buffer, byteOffset } = file.byteOffset % ALIGNMENT === 0 ? file : new Uint8Array(file);
  const length = new DataView(buffer, byteOffset).getUint32(0, true);
  const text = new TextDecoder().decode(new Uint8Array(buffer, byteOffset + 4, length));
  const { about, lengths }: Header<T> = JSON.parse(text);
  let next = 0;
  let at = byteOffset + align(4 + length);
  return {
    about,
    take: (kind) => {
      const count = lengths[next] ?? 0;
      const array = new kind(buffer, at, count);
      next += 1;
      at += align(count * kind.BYTES_PER_ELEMENT);
      return array;
    },
  };
}

function align(offset: number): number {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT;
}
