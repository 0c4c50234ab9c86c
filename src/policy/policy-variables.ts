import type { Policy, Statement } from "./model.ts";
import { listOf } from "./model.ts";
import type { JsonNode, JsonString } from "./parse/json-tree.ts";

/** A `${…}` in a value. */
export interface Variable {
  /** As written, with its braces. */
  readonly text: string;
  /** What stands between the braces; undefined if the closing one is missing. */
  readonly body: string | undefined;
}

/** `${*}`, `${?}` and `${$}` stand for the character itself. */
const literals: ReadonlySet<string> = new Set(["*", "?", "$"]);

export function hasVariable(text: string): boolean {
  return text.includes("${");
}

/** Whether the policy has the Version in which `${…}` is more than plain text. */
export function knowsVariables({ version }: Policy): boolean {
  return version === "2012-10-17";
}

/** A value with more of them is no sound one; what is wrong with it shows in the first ones. */
const MAX_VARIABLES = 1000;

/** The variables of a text, without the escapes of `*`, `?` and `$`. */
export function variablesIn(text: string): Variable[] {
  const found: Variable[] = [];
  for (let start = text.indexOf("${"); start !== -1 && found.length < MAX_VARIABLES; ) {
    const next = text.indexOf("${", start + 2);
    const part = text.slice(start, next === -1 ? undefined : next);
    const close = part.indexOf("}");
    const body = close === -1 ? undefined : part.slice(2, close);
    if (body === undefined || !literals.has(body))
      found.push({ text: close === -1 ? part : part.slice(0, close + 1), body });
    start = next;
  }
  return found;
}

/** The name and the default value of a variable: `aws:PrincipalTag/team, 'none'`. */
export function splitVariable(body: string): { readonly name: string; readonly fallback?: string } {
  const comma = body.indexOf(",");
  if (comma === -1) return { name: body };
  return { name: body.slice(0, comma), fallback: body.slice(comma + 1).trim() };
}

/** The values in which IAM replaces variables: Resource, NotResource and what conditions compare with. */
export function* variableValues(policy: Policy): Iterable<JsonString> {
  for (const { resource, notResource, conditions } of policy.statements) {
    for (const element of [resource, notResource]) yield* (element?.values ?? []).filter(holdsVariable);
    for (const { values } of conditions)
      yield* values.filter((value) => value.type === "string").filter(holdsVariable);
  }
}

/** The values of a statement in which IAM replaces nothing. */
export function* literalValues(statement: Statement): Iterable<JsonString> {
  for (const { key, value } of statement.node.members) {
    if (["Resource", "NotResource", "Condition"].includes(key)) continue;
    yield* stringsBelow(value).filter(holdsVariable);
  }
}

function stringsBelow(node: JsonNode): JsonString[] {
  const nodes = node.type === "object" ? node.members.flatMap(({ value }) => listOf(value)) : listOf(node);
  return nodes.filter((item) => item.type === "string");
}

function holdsVariable({ value }: JsonString): boolean {
  return hasVariable(value) && variablesIn(value).length > 0;
}
