import { parseOperator } from "./condition-operator.ts";
import type { Policy } from "./model.ts";
import { type JsonMember, memberOf } from "./parse/json-tree.ts";

/** Every Null operator of a policy, with whatever stands before or behind its name. */
export function* nullOperators(policy: Policy): Iterable<JsonMember> {
  for (const { node } of policy.statements) {
    const conditions = memberOf(node, "Condition")?.value;
    if (conditions?.type !== "object") continue;
    yield* conditions.members.filter(({ key }) => parseOperator(key).base === "Null");
  }
}
