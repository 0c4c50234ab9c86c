import { type Arn, isLiteral, parseArn, variablesAsWildcards } from "./arn.ts";
import type { ArnTemplate, Catalog } from "./catalog/catalog.ts";
import { globsIntersect } from "./glob.ts";
import type { Policy, Statement } from "./model.ts";
import type { JsonString } from "./parse/json-tree.ts";

export interface ResourceArn {
  readonly entry: JsonString;
  readonly arn: Arn;
}

/** The entries of Resource and NotResource. */
export function resourceEntries(statement: Statement): readonly JsonString[] {
  return [...(statement.resource?.values ?? []), ...(statement.notResource?.values ?? [])];
}

/** The entries of Resource and NotResource that are whole ARNs. */
export function* resourceArns(policy: Policy): Iterable<ResourceArn> {
  for (const statement of policy.statements)
    for (const entry of resourceEntries(statement)) {
      const arn = parseArn(entry.value);
      if (arn) yield { entry, arn };
    }
}

export interface MatchedArn extends ResourceArn {
  /** The templates of the ARN's service whose resource part the ARN's resource part can name. */
  readonly templates: readonly ArnTemplate[];
}

/** Comparing patterns is dear, and no real policy names so many; those after them are not compared. */
const MAX_COMPARED = 2000;

const matched = new WeakMap<Policy, readonly MatchedArn[]>();

/**
 * The ARNs of services that define any, with the templates of their kind of resource; worked out once for a
 * policy, because five rules ask.
 */
export function matchedArns(policy: Policy, catalog: Catalog): readonly MatchedArn[] {
  const known = matched.get(policy);
  if (known) return known;
  const found = [...matchArns(policy, catalog)];
  matched.set(policy, found);
  return found;
}

function* matchArns(policy: Policy, catalog: Catalog): Iterable<MatchedArn> {
  let compared = 0;
  for (const { entry, arn } of resourceArns(policy)) {
    if (!isLiteral(arn.service)) continue;
    const all = catalog.arnTemplates(arn.service);
    if (all.length === 0) continue;
    compared += 1;
    if (compared > MAX_COMPARED) return;
    const resource = variablesAsWildcards(arn.resource);
    yield { entry, arn, templates: all.filter((template) => globsIntersect(template.resource, resource)) };
  }
}
