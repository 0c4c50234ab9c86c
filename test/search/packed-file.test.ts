import { describe, expect, test } from "vitest";
import { openFile, packFile } from "../../src/search/packed-file.ts";

const arrays = [
  Uint8Array.of(1, 2, 3),
  Int8Array.of(-1),
  new Uint32Array(0),
  Float32Array.of(0.5, -2),
  Uint32Array.of(4_000_000_000),
] as const;

describe("a packed file", () => {
  test.each([0, 1, 2, 3])("is read as it was written, %i bytes into a buffer", (offset) => {
    const file = packFile({ of: "é" }, arrays);
    const shared = new Uint8Array(file.length + offset);
    shared.set(file, offset);
    const { about, take } = openFile<{ of: string }>(shared.subarray(offset));
    expect(about).toEqual({ of: "é" });
    expect([
      take(Uint8Array),
      take(Int8Array),
      take(Uint32Array),
      take(Float32Array),
      take(Uint32Array),
    ]).toEqual(arrays);
  });

  test("is not copied where its arrays can be read in place", () => {
    const file = packFile({}, arrays);
    expect(openFile(file).take(Uint8Array).buffer).toBe(file.buffer);
  });
});
