import type { Action, Catalog, ConditionKey } from "./catalog/catalog.ts";
import { hasWildcard } from "./glob.ts";
import type { Condition, Policy, Statement } from "./model.ts";
import type { JsonString } from "./parse/json-tree.ts";

const RESOURCE_TAG = "aws:resourcetag/";
const REQUEST_TAG = "aws:requesttag/";

export interface UnsupportedTag {
  readonly condition: Condition;
  /** Prefix of the service. */
  readonly service: string;
  /** The actions of the service, in the order of the list, whose requests never carry the key. */
  readonly actions: readonly JsonString[];
}

/** Per tag condition and service, the named actions of statements of this effect that do not know the tags. */
export function* unsupportedTags(
  policy: Policy,
  effect: "Allow" | "Deny",
  catalog: Catalog,
): Iterable<UnsupportedTag> {
  for (const { statement, condition } of tagConditions(policy, effect))
    for (const [service, actions] of taglessActions(statement, catalog))
      yield { condition, service, actions };
}

function taglessActions(statement: Statement, catalog: Catalog): ReadonlyMap<string, readonly JsonString[]> {
  const byService = new Map<string, JsonString[]>();
  for (const entry of statement.action?.values ?? []) {
    const action = hasWildcard(entry.value) ? undefined : catalog.action(entry.value);
    if (!action || knowsTags(action)) continue;
    const group = byService.get(action.service);
    if (group) group.push(entry);
    else byService.set(action.service, [entry]);
  }
  return byService;
}

/** Conditions on the tag of a resource, in statements of this effect, that are false without the tag. */
export function* tagConditions(
  policy: Policy,
  effect: "Allow" | "Deny",
): Iterable<{ readonly statement: Statement; readonly condition: Condition }> {
  for (const statement of policy.statements)
    if (statement.effect === effect)
      for (const condition of statement.conditions) if (isTagTest(condition)) yield { statement, condition };
}

function isTagTest({ operator, key }: Condition): boolean {
  if (operator.ifExists || operator.negated || operator.family === "any") return false;
  return operator.family !== undefined && key.toLowerCase().startsWith(RESOURCE_TAG);
}

/** Creating actions that take tags count too: the tags they are given stand for those of the resource. */
function knowsTags(action: Action): boolean {
  const keys = [
    action.conditionKeys,
    ...action.resources.flatMap((use) => [use.conditionKeys, use.type.conditionKeys]),
  ];
  return keys.some((list) => list.some(isTagKey));
}

function isTagKey({ name }: ConditionKey): boolean {
  const folded = name.toLowerCase();
  return folded.startsWith(RESOURCE_TAG) || folded.startsWith(REQUEST_TAG);
}
