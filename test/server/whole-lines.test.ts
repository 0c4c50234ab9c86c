import { expect, test } from "vitest";
import { WholeLines } from "../../src/server/whole-lines.ts";

async function read(pieces: readonly string[], max = 10): Promise<{ lines: string[]; dropped: number }> {
  let dropped = 0;
  const gate = new WholeLines(max, () => {
    dropped += 1;
  });
  const lines: string[] = [];
  gate.on("data", (line) => lines.push(String(line)));
  for (const piece of pieces) gate.write(piece);
  gate.end();
  await new Promise((resolve) => gate.on("end", resolve));
  return { lines, dropped };
}

test.each([
  [["a\nb\n"], ["a\n", "b\n"], 0],
  [["a", "b", "c\nd", "\n"], ["abc\n", "d\n"], 0],
  [["\n\n"], ["\n", "\n"], 0],
  [["never ends"], [], 0],
  [["123456789\n"], ["123456789\n"], 0],
  [["1234567890\n", "next\n"], ["next\n"], 1],
  [["123456", "123456", "123456", "7\nnext\n"], ["next\n"], 1],
  [["12345678901\n12345678901\nc\n"], ["c\n"], 2],
])("%j", async (pieces, lines, dropped) => {
  expect(await read(pieces)).toEqual({ lines, dropped });
});
