/** What can be seen of the best hit without understanding the question. */
export interface Evidence {
  /** The score of the best hit, 0..1. */
  readonly score: number;
  /** The cosine of the query with the hit's best passage, 0..1. */
  readonly passage: number;
  /** The share of the query's words that the hit has, 0..1. */
  readonly shared: number;
  /** How far the best hit leads the fifth, as a share of its score, 0..1. */
  readonly lead: number;
  /** How many words the query has, stop words left out. */
  readonly words: number;
  /** How telling the most telling shared word is, 0..1. */
  readonly rarest: number;
}

export type Verdict = "match" | "weak" | "none";

/**
 * A logistic regression of "some fact answers" on the evidence, fitted to one half of the development set;
 * `npm run bench:search` reports on the other half. A long query reaches a lower score than a short one for
 * the same fit, and one rare word in common is how off-topic questions come near.
 */
function logit({ score, passage, shared, lead, words, rarest }: Evidence): number {
  return (
    10.8 * score - 1.9 * passage + 5 * shared + 2.4 * lead + 3.35 * Math.log(1 + words) - 4.6 * rarest - 12.2
  );
}

const WEAK = -0.8;
const MATCH = 0.6;

export function judge(evidence: Evidence): Verdict {
  const value = logit(evidence);
  if (value >= MATCH) return "match";
  return value >= WEAK ? "weak" : "none";
}
