import { conditionsOf } from "./condition-key.ts";
import type { Condition, Policy } from "./model.ts";
import type { JsonString } from "./parse/json-tree.ts";

export interface PresenceTest {
  readonly condition: Condition;
  readonly value: JsonString;
}

/** The values `"*"` under exactly this operator: what they test is not the value but whether there is one. */
export function* presenceTests(
  policy: Policy,
  operator: "StringLike" | "StringNotLike",
): Iterable<PresenceTest> {
  for (const { condition } of conditionsOf(policy)) {
    const { base, qualifier, ifExists } = condition.operator;
    if (base !== operator || qualifier || ifExists) continue;
    for (const value of condition.values)
      if (value.type === "string" && value.value === "*") yield { condition, value };
  }
}
