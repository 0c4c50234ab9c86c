import type { Policy } from "./model.ts";
import type { Problem } from "./rule.ts";

/** The statements whose Sid an earlier statement has already. */
export function* repeatedSids(policy: Policy): Iterable<Problem> {
  const seen = new Map<string, number>();
  for (const { sid, index } of policy.statements) {
    if (!sid || sid.value === "") continue;
    const first = seen.get(sid.value);
    if (first === undefined) seen.set(sid.value, index);
    else yield { at: sid, message: `Statement ${first} has this Sid already.` };
  }
}
