import type { Policy } from "./model.ts";
import type { Problem } from "./rule.ts";

/**
 * No longer document is read, its wrappers taken off. AWS refuses far smaller ones: no quota for a policy comes near.
 */
export const MAX_POLICY_CHARACTERS = 1_000_000;

/** Characters other than white space: what IAM counts against its quotas. */
export function sizeWithoutSpace(text: string): number {
  return text.replace(/\s+/g, "").length;
}

/** Characters as written: what AWS Organizations counts when a policy comes through its API. */
export function sizeAsWritten(text: string): number {
  return text.length;
}

/** What the largest inline policy of an identity may hold, without white space. */
export const IDENTITY_POLICY_QUOTA = 10_240;

/** One finding for the whole document if `measure` gives more than `quota`. */
export function* oversize(
  policy: Policy,
  measure: (text: string) => number,
  quota: number,
  unit: string,
): Iterable<Problem> {
  const size = measure(policy.text);
  if (size > quota)
    yield { at: "document", message: `The policy has ${size} ${unit}; the quota is ${quota}.` };
}
