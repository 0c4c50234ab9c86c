import { comparesOnlyWith } from "./condition-key.ts";
import type { Condition, Policy, Statement } from "./model.ts";

/** Keys that say who calls; requests of service principals lack them or carry no value of an organization. */
const CALLER_KEYS: ReadonlySet<string> = new Set([
  "aws:principalaccount",
  "aws:principalarn",
  "aws:principalorgid",
  "aws:principalorgpaths",
]);

/** Keys that say on whose behalf a service calls; requests of other principals lack them. */
const SOURCE_KEYS: ReadonlySet<string> = new Set([
  "aws:sourceaccount",
  "aws:sourcearn",
  "aws:sourceorgid",
  "aws:sourceorgpaths",
]);

const SERVICE_KEYS: ReadonlySet<string> = new Set(["aws:principalisawsservice"]);

/** Keys of which every request for a source carries one. */
const PRESENCE_KEYS: ReadonlySet<string> = new Set(["aws:sourceaccount", "aws:sourcearn"]);

export interface ScopedCondition {
  readonly statement: Statement;
  readonly condition: Condition;
}

/** Conditions of an RCP on who calls. */
export function callerConditions(policy: Policy): Iterable<ScopedCondition> {
  return comparisonsOf(policy, CALLER_KEYS);
}

/** Conditions of an RCP on whose behalf a service calls. */
export function sourceConditions(policy: Policy): Iterable<ScopedCondition> {
  return comparisonsOf(policy, SOURCE_KEYS);
}

/** Null only asks whether a key is there and is the guard itself, so it compares nothing. */
function* comparisonsOf(policy: Policy, keys: ReadonlySet<string>): Iterable<ScopedCondition> {
  for (const statement of policy.statements) {
    if (statement.effect !== "Deny") continue;
    for (const condition of statement.conditions)
      if (condition.operator.family !== "any" && keys.has(condition.key.toLowerCase()))
        yield { statement, condition };
  }
}

/** Whether the statement says, with Bool or BoolIfExists, that the caller is (or is not) an AWS service. */
export function asksForService(statement: Statement, wanted: "true" | "false"): boolean {
  return demands(statement, "Bool", SERVICE_KEYS, wanted);
}

/** Whether the statement leaves requests alone that name no source at all. */
export function requiresSource(statement: Statement): boolean {
  return demands(statement, "Null", PRESENCE_KEYS, "false");
}

/** Whether a condition of the statement asks one of the keys, with an operator, for one value and no other. */
function demands(
  statement: Statement,
  base: "Bool" | "Null",
  keys: ReadonlySet<string>,
  wanted: "true" | "false",
): boolean {
  return statement.conditions.some(
    (condition) =>
      condition.operator.base === base &&
      keys.has(condition.key.toLowerCase()) &&
      comparesOnlyWith(condition, wanted),
  );
}
