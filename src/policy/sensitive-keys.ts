import { variablesAsWildcards } from "./arn.ts";
import { conditionsOf } from "./condition-key.ts";
import { hasWildcard } from "./glob.ts";
import type { Policy } from "./model.ts";
import type { Problem } from "./rule.ts";

/**
 * Values of sensitive keys that a wildcard, or a policy variable, leaves open. Only StringLike and
 * StringNotLike are looked at: AWS managed policies compare such keys with variables under StringEquals.
 */
export function* looseValues(
  policy: Policy,
  sensitiveKeys: readonly string[],
  kind: "wildcard" | "variable",
): Iterable<Problem> {
  for (const { condition } of conditionsOf(policy)) {
    const key = condition.key.toLowerCase();
    const isLoose = looseness(key, sensitiveKeys, kind);
    if (!isLoose || !/^String(Not)?Like$/.test(condition.operator.base)) continue;
    for (const value of condition.values)
      if (value.type === "string" && isLoose(value.value))
        yield {
          at: value,
          message: `A ${kind} in a value of ${condition.key} may match what nobody meant to trust.`,
        };
  }
}

function looseness(
  key: string,
  sensitiveKeys: readonly string[],
  kind: "wildcard" | "variable",
): ((value: string) => boolean) | undefined {
  const holds = kind === "wildcard" ? holdsWildcard : holdsVariable;
  if (key === "aws:userid") return (value) => holds(value) && !isBesideColon(value);
  return sensitiveKeys.includes(key) ? holds : undefined;
}

function holdsWildcard(value: string): boolean {
  return hasWildcard(value.replace(/\$\{[^{}]*\}/g, ""));
}

function holdsVariable(value: string): boolean {
  return /\$\{[^{}]+\}/.test(value);
}

/** `id:*` and `*:name`: the open part is all that stands on its side, or on the right of the colon. */
function isBesideColon(value: string): boolean {
  const open = variablesAsWildcards(value);
  const colon = open.indexOf(":");
  if (colon === -1) return false;
  const left = open.slice(0, colon);
  return left === "*" || !hasWildcard(left);
}
