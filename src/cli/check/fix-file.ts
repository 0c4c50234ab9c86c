import { createTwoFilesPatch } from "diff";
import { applyEdits } from "../../policy/edit.ts";
import type { Report } from "../../policy/finding.ts";
import { writeAnswer } from "../write-answer.ts";
import type { Checked } from "./checked.ts";

/** What --fix has done to a file. */
interface Fixed {
  readonly corrected: string;
  /** The difference. */
  readonly patch: string;
}

/** Writes the corrected document over the file; undefined if nothing is mechanical. */
export async function fixFile(checked: Checked, withdrawing: boolean): Promise<Fixed | undefined> {
  const { file, report } = checked;
  const corrected = correctedBy(report, withdrawing);
  if (corrected === undefined || !hasPlace(checked)) return undefined;
  const patch = createTwoFilesPatch(file, file, report.text, corrected, "as it was", "corrected", {
    context: 2,
  });
  await writeAnswer(file, corrected);
  return { corrected, patch };
}

/** A document inside another file or wrapper, or from standard input, has no place of its own to be written to. */
export function hasPlace({ file, part, report }: Checked): boolean {
  return report.unwrapped === undefined && part === undefined && file !== "-";
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
