import { writeFile } from "node:fs/promises";
import { createTwoFilesPatch } from "diff";
import type { Checked } from "./checked.ts";

/** Writes the corrected document over the file and returns the difference, or undefined if nothing is mechanical. */
export async function fixFile({ file, part, report }: Checked): Promise<string | undefined> {
  const { correctedPolicy, text, unwrapped } = report;
  // A document inside another file or wrapper has no place of its own to be written to.
  if (correctedPolicy === undefined || unwrapped !== undefined || part !== undefined || file === "-")
    return undefined;
  const patch = createTwoFilesPatch(file, file, text, correctedPolicy, "as it was", "corrected", {
    context: 2,
  });
  await writeFile(file, correctedPolicy);
  return patch;
}
