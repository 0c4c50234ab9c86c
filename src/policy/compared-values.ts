import { conditionsOf } from "./condition-key.ts";
import type { OperatorFamily } from "./condition-operator.ts";
import { type Policy, scalarText } from "./model.ts";
import type { JsonScalar } from "./parse/json-tree.ts";
import { hasVariable } from "./policy-variables.ts";

export interface ComparedValue {
  readonly value: JsonScalar;
  /** As IAM compares it. */
  readonly text: string;
}

/** What operators of these families compare with, without the values that variables or templates fill in. */
export function* comparedValues(
  policy: Policy,
  families: readonly OperatorFamily[],
): Iterable<ComparedValue> {
  for (const { condition } of conditionsOf(policy)) {
    const { family } = condition.operator;
    if (family === undefined || !families.includes(family)) continue;
    for (const value of condition.values) {
      const text = scalarText(value);
      if (!hasVariable(text)) yield { value, text };
    }
  }
}
