import { writeFile } from "node:fs/promises";
import { createTwoFilesPatch } from "diff";
import { applyEdits } from "../../policy/edit.ts";
import type { Report } from "../../policy/finding.ts";
import type { Checked } from "./checked.ts";

/** What --fix has done to a file. */
interface Fixed {
  readonly corrected: string;
  /** The difference. */
  readonly patch: string;
}

/** Writes the corrected document over the file; undefined if nothing is mechanical. */
export async function fixFile(
  { file, part, report }: Checked,
  withdrawing: boolean,
): Promise<Fixed | undefined> {
  const corrected = correctedBy(report, withdrawing);
  // A document inside another file or wrapper has no place of its own to be written to.
  if (corrected === undefined || report.unwrapped !== undefined || part !== undefined || file === "-")
    return undefined;
  const patch = createTwoFilesPatch(file, file, report.text, corrected, "as it was", "corrected", {
    context: 2,
  });
  await writeFile(file, corrected);
  return { corrected, patch };
}

/** Taking permissions away may break whoever uses them: nobody gets that without asking for it. */
export function correctedBy(
  { correctedPolicy, text, findings }: Report,
  withdrawing: boolean,
): string | undefined {
  if (withdrawing || !findings.some(({ withdraws }) => withdraws)) return correctedPolicy;
  const harmless = findings.filter(({ withdraws }) => !withdraws);
  const corrected = applyEdits(text, harmless).text;
  return corrected === text ? undefined : corrected;
}
