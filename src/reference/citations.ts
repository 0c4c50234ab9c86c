import type { EscalationPath } from "../policy/escalation/path.ts";
import { citedFacts, type Rule } from "../policy/rule.ts";

/** What rests on a fact: the checks whose findings cite it, and the escalation paths that belong to it. */
export interface Citations {
  readonly checks: readonly Pick<Rule, "issueCode" | "title">[];
  readonly escalationPaths: readonly Pick<EscalationPath, "id" | "title">[];
}

/** So many escalation paths of a fact are named one by one; their index has the others. */
export const MAX_CITING_PATHS = 10;

export function citationsOf(
  factId: string,
  rules: readonly Pick<Rule, "issueCode" | "title" | "facts" | "otherFacts">[],
  paths: readonly EscalationPath[],
): Citations {
  return {
    checks: rules.filter((rule) => citedFacts(rule).includes(factId)),
    escalationPaths: paths.filter(({ fact }) => fact === factId),
  };
}
