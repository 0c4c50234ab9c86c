import { globMatches } from "../glob.ts";
import type { Element } from "../model.ts";
import { not, some, type Verdict } from "../permissions/context.ts";
import { expand, plain } from "./expand.ts";
import type { RequestContext } from "./request.ts";

export interface ResourceQuestion {
  /** ARN, or `*` for an action that knows no resources. */
  readonly resource: string;
  readonly context: RequestContext;
  readonly hasVariables: boolean;
}

/** Whether Resource names the resource, or NotResource leaves it in. A policy of a resource may do without both. */
export function judgeResource(
  resource: Element | undefined,
  notResource: Element | undefined,
  question: ResourceQuestion,
): Verdict {
  if (resource) return named(resource, question);
  return notResource ? not(named(notResource, question)) : "yes";
}

function named({ values }: Element, question: ResourceQuestion): Verdict {
  return some(values.map(({ value }) => matches(value, question)));
}

function matches(value: string, { resource, context, hasVariables }: ResourceQuestion): Verdict {
  if (value === "*") return "yes";
  const expanded = expand(value, context, hasVariables);
  if (expanded === "unknown") return "unknown";
  if (expanded === "no value") return "no";
  const pattern = expanded.text;
  const text = plain(resource);
  if (!globMatches(pattern, text)) return "no";
  return staysInParts(pattern, text) ? "yes" : "unknown";
}

/**
 * A star at the end of a part may reach over colons, AWS says; whether one in the middle of a part does is not
 * said. The last part may hold colons of its own.
 */
function staysInParts(pattern: string, text: string): boolean {
  const [parts, fields] = [pattern.split(":"), text.split(":")];
  if (parts.slice(0, 5).every((part) => !/\*[^*]/.test(part))) return true;
  const matched = parts.slice(0, 5).every((part, index) => globMatches(part, fields[index] ?? ""));
  return matched && globMatches(parts.slice(5).join(":"), fields.slice(5).join(":"));
}
