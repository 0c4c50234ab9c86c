import { byteAt, wideAt } from "./value-at.ts";

/** Different strings, each known by its place, as arrays that a file holds as they are: none is decoded before it is asked for. */
export interface StringTable {
  /** All of them in UTF-8, one after the other. */
  readonly bytes: Uint8Array;
  /** String `s` stands in `bytes` from `start[s]` to `start[s + 1]`. */
  readonly start: Uint32Array;
  /** A hash table, as many slots as a power of 2: a slot holds one more than the place of a string, or 0. */
  readonly slots: Uint32Array;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** At most this part of the slots is taken. */
const FULL = 2 / 3;

/** UTF-8 needs no more bytes for a unit of UTF-16. */
const MAX_BYTES = 3;

export function stringTable(strings: Iterable<string>): StringTable {
  const all = [...strings];
  const units = all.reduce((sum, { length }) => sum + length, 0);
  const bytes = new Uint8Array(units * MAX_BYTES);
  const start = new Uint32Array(all.length + 1);
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(all.length / FULL + 1)));
  let end = 0;
  for (const [place, string] of all.entries()) {
    const { written } = encoder.encodeInto(string, bytes.subarray(end));
    let slot = hash(bytes, end, end + written) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = place + 1;
    end += written;
    start[place + 1] = end;
  }
  return { bytes: bytes.slice(0, end), start, slots };
}

export function sizeOf({ start }: StringTable): number {
  return start.length - 1;
}

/** The string at a place that is known to be inside. */
export function stringAt({ bytes, start }: StringTable, place: number): string {
  return decoder.decode(bytes.subarray(wideAt(start, place), wideAt(start, place + 1)));
}

/** The place of a string; -1 if it has none. */
export function placeOf({ bytes, start, slots }: StringTable, string: string): number {
  const wanted = encoder.encode(string);
  for (let slot = hash(wanted, 0, wanted.length); ; slot += 1) {
    const place = wideAt(slots, slot & (slots.length - 1)) - 1;
    if (place < 0) return -1;
    const from = wideAt(start, place);
    if (wideAt(start, place + 1) - from === wanted.length && same(bytes, from, wanted)) return place;
  }
}

function same(bytes: Uint8Array, from: number, wanted: Uint8Array): boolean {
  for (let at = 0; at < wanted.length; at += 1)
    if (byteAt(bytes, from + at) !== byteAt(wanted, at)) return false;
  return true;
}

/** FNV-1a. */
function hash(bytes: Uint8Array, start: number, end: number): number {
  let value = 0x811c9dc5;
  for (let at = start; at < end; at += 1) value = Math.imul(value ^ byteAt(bytes, at), 0x01000193);
  // The low bits choose the slot.
  return (value ^ (value >>> 15)) >>> 0;
}
