// One function for each kind of array: V8 compiles a function for the kinds that it has seen, and one that has seen
// them all made searches three times as slow.

/** The number at a place that is known to be inside; 0 outside. */
export function floatAt(numbers: Float32Array, place: number): number {
  return numbers[place] ?? 0;
}

/** The same for whole numbers of 32 bits. */
export function wideAt(numbers: Uint32Array, place: number): number {
  return numbers[place] ?? 0;
}

/** The same for 0..255. */
export function byteAt(numbers: Uint8Array, place: number): number {
  return numbers[place] ?? 0;
}

/** The same for -128..127. */
export function signedAt(numbers: Int8Array, place: number): number {
  return numbers[place] ?? 0;
}
