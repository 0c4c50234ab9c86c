import { verdictBias, verdictWeights } from "./weights.ts";

export type Verdict = "match" | "weak" | "none";

const WEAK = 0;
const MATCH = 1;

/**
 * Whether the first hit answers, by a logistic regression of "some fact answers" on what can be seen without
 * understanding the question (the `evidence` of a `Ranking`); `npm run fit:search` fits it so that 0 parts the two.
 */
export function judge(evidence: readonly number[]): Verdict {
  const value = evidence.reduce((sum, each, at) => sum + each * (verdictWeights[at] ?? 0), verdictBias);
  if (value >= MATCH) return "match";
  return value >= WEAK ? "weak" : "none";
}
