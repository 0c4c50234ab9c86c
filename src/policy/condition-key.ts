import type { Catalog, ConditionKey } from "./catalog/catalog.ts";
import { type Condition, type Policy, type Statement, scalarText } from "./model.ts";

export interface StatementCondition {
  readonly statement: Statement;
  readonly condition: Condition;
}

/** Every condition of a policy with its statement. */
export function* conditionsOf(policy: Policy): Iterable<StatementCondition> {
  for (const statement of policy.statements)
    for (const condition of statement.conditions) yield { statement, condition };
}

/** `ArrayOfString` and its like: a request holds several values of the key. */
export function isMultivalued(key: ConditionKey): boolean {
  return key.type.startsWith("ArrayOf");
}

/** The type of a single value: `ArrayOfString` is made of `String`. */
export function valueType(key: ConditionKey): string {
  return key.type.replace(/^ArrayOf/, "");
}

/** The prefix and the rest of a key's name; `aws:ResourceTag/a:b` splits at the first colon. */
export function splitKey(key: string): { readonly prefix: string; readonly name: string } {
  const colon = key.indexOf(":");
  return colon === -1
    ? { prefix: "", name: key }
    : { prefix: key.slice(0, colon), name: key.slice(colon + 1) };
}

/** Whether a name is one of the global keys with the prefix `aws`. */
export function isGlobal(key: string): boolean {
  return splitKey(key).prefix.toLowerCase() === "aws";
}

/** `aws:ARN`, which AWS no longer supports. */
export function isRetired(key: string): boolean {
  return key.toLowerCase() === "aws:arn";
}

/** A tag key such as `aws:ResourceTag` without the `/name` that it needs: that has a check of its own. */
export function isWithoutTag(key: string, catalog: Catalog): boolean {
  return (
    /^[^/]*\/?$/.test(key) &&
    catalog.conditionKey(`${key.replace("/", "")}/tag`)?.name.endsWith("/${TagKey}") === true
  );
}

/** Whether a condition compares with this value and no other, whatever its case; `true` may be a boolean. */
export function comparesOnlyWith({ values }: Condition, wanted: string): boolean {
  return values.length > 0 && values.every((value) => scalarText(value).toLowerCase() === wanted);
}
