import { splitVariable } from "../policy-variables.ts";
import type { RequestContext } from "./request.ts";

/**
 * A value of a policy with its variables replaced: `text` is a pattern in which `*` and `?` are wildcards and
 * characters of the request stand for themselves (see `plain`). `no value`: a variable has none in the request.
 */
export type Expanded = { readonly text: string } | "no value" | "unknown";

const STAR = "\uE000";
const QUESTION = "\uE001";

/** A text of the request, to be compared with an expanded pattern: its `*` and `?` are no wildcards. */
export function plain(text: string): string {
  return text.replaceAll("*", STAR).replaceAll("?", QUESTION);
}

const escapes: ReadonlyMap<string, string> = new Map([
  ["*", STAR],
  ["?", QUESTION],
  ["$", "$"],
]);

/** Longer values hold more variables than any policy has room for. */
const MAX_LENGTH = 20_000;

/** Replaces `${…}`; `hasVariables` is false for a Version that knows none, where they are plain text. */
export function expand(value: string, context: RequestContext, hasVariables: boolean): Expanded {
  if (!hasVariables || !value.includes("${")) return { text: value };
  if (value.length > MAX_LENGTH) return "unknown";
  const parts = value.split(/(\$\{[^{}]*\})/).map((part): Expanded => {
    const body = /^\$\{([^{}]*)\}$/.exec(part)?.[1];
    return body === undefined ? { text: part } : variableValue(body, context);
  });
  if (parts.includes("unknown")) return "unknown";
  if (parts.includes("no value")) return "no value";
  return { text: parts.map((part) => (typeof part === "string" ? "" : part.text)).join("") };
}

function variableValue(body: string, context: RequestContext): Expanded {
  const character = escapes.get(body);
  if (character !== undefined) return { text: character };
  const { name, fallback } = splitVariable(body);
  const key = name.trim().toLowerCase();
  if (!context.has(key)) return "unknown";
  const [value, ...more] = context.get(key) ?? [];
  // A key with several values cannot be used as a variable; what IAM makes of one is not documented.
  if (more.length > 0) return "unknown";
  if (value !== undefined) return { text: plain(value) };
  return fallback === undefined ? "no value" : { text: plain(/^'(.*)'$/.exec(fallback)?.[1] ?? fallback) };
}
