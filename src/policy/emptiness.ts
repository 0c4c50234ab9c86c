import { conditionsOf } from "./condition-key.ts";
import type { Operator } from "./condition-operator.ts";
import type { Policy } from "./model.ts";
import type { JsonNode } from "./parse/json-tree.ts";
import type { Problem } from "./rule.ts";

export function isEmptyList(node: JsonNode): boolean {
  return node.type === "array" && node.items.length === 0;
}

export function isEmptyObject(node: JsonNode): boolean {
  return node.type === "object" && node.members.length === 0;
}

/** How an operator treats a condition without values; AWS has one check for each. */
export type OperatorForm = "plain" | "ForAllValues" | "ForAnyValue" | "IfExists";

/** The condition keys with an empty list under operators of one form. */
export function* emptyConditions(policy: Policy, form: OperatorForm): Iterable<Problem> {
  for (const { condition } of conditionsOf(policy)) {
    const { value } = condition.keyMember;
    if (!isEmptyList(value) || formOf(condition.operator) !== form) continue;
    yield { at: value, message: `${condition.key} is compared with an empty list.` };
  }
}

function formOf({ qualifier, ifExists }: Operator): OperatorForm {
  return qualifier ?? (ifExists ? "IfExists" : "plain");
}
