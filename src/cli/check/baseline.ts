import { readFile } from "node:fs/promises";
import * as z from "zod";
import { type Finding, type FindingType, findingTypes } from "../../policy/finding.ts";
import { UserError } from "../../user-error.ts";
import { writeAnswer } from "../write-answer.ts";
import type { Checked } from "./checked.ts";
import { fingerprint } from "./render-sarif.ts";

const Baseline = z.strictObject({
  comment: z.string().optional(),
  version: z.literal(1),
  /** How often each finding is known, by what stays the same when lines move. */
  known: z.record(z.string(), z.number().int().min(1)),
});

/** Leaves out what the baseline knows, as often as it knows it: a second case of a known finding is new. */
export async function subtractBaseline(checked: readonly Checked[], file: string): Promise<Checked[]> {
  const left = new Map(Object.entries((await readBaseline(file)).known));
  return checked.map((each) => {
    const findings = each.report.findings.filter((finding) => {
      const print = fingerprint(finding, each.file, each.part);
      const count = left.get(print) ?? 0;
      if (count === 0) return true;
      left.set(print, count - 1);
      return false;
    });
    return { ...each, report: { ...each.report, findings, summary: summarize(findings) } };
  });
}

export async function writeBaseline(checked: readonly Checked[], file: string): Promise<number> {
  const known = new Map<string, number>();
  for (const { file: name, part, report } of checked)
    for (const finding of report.findings) {
      const print = fingerprint(finding, name, part);
      known.set(print, (known.get(print) ?? 0) + 1);
    }
  const baseline: z.infer<typeof Baseline> = {
    comment: "Findings that are known: iam-pitfalls-mcp check --baseline leaves them out",
    version: 1,
    known: Object.fromEntries([...known].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
  await writeAnswer(file, `${JSON.stringify(baseline, null, 2)}\n`);
  return known.size;
}

async function readBaseline(file: string): Promise<z.infer<typeof Baseline>> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(file, "utf8"));
  } catch {
    throw new UserError(`cannot read the baseline ${file}: write one with --update-baseline.`);
  }
  const baseline = Baseline.safeParse(json);
  if (!baseline.success) throw new UserError(`${file} is no baseline: write one with --update-baseline.`);
  return baseline.data;
}

function summarize(findings: readonly Finding[]): Record<FindingType, number> {
  const count = (type: FindingType): number =>
    findings.filter(({ findingType }) => findingType === type).length;
  const [ERROR, SECURITY_WARNING, WARNING, SUGGESTION] = findingTypes;
  return {
    ERROR: count(ERROR),
    SECURITY_WARNING: count(SECURITY_WARNING),
    WARNING: count(WARNING),
    SUGGESTION: count(SUGGESTION),
  };
}
