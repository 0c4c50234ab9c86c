import type { JsonNode } from "../parse/json-tree.ts";
import type { Grant } from "../permissions/permissions.ts";
import type { OpenPath } from "./find-paths.ts";

/** A finding names at most this many paths or actions one by one. */
const MAX_NAMED = 12;

/** `a, b and c`, shortened to a readable length. */
export function list(names: readonly string[], conjunction = "and"): string {
  if (names.length > MAX_NAMED)
    return `${names.slice(0, MAX_NAMED).join(", ")} ${conjunction} ${names.length - MAX_NAMED} more`;
  const last = names.at(-1) ?? "";
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} ${conjunction} ${last}` : last;
}

/** The ids of the open paths, as a finding carries them. */
export function pathIds(open: readonly OpenPath[]): readonly string[] {
  return open.map(({ path }) => path.id);
}

/** The ids of paths in words, or nothing where there is none. */
export function pathList(open: readonly OpenPath[]): string {
  const ids = pathIds(open);
  if (ids.length === 0) return "";
  return ` Escalation ${ids.length > 1 ? "paths" : "path"}: ${list(ids)}.`;
}

/** How sure it is that grants hold: they may hang on conditions. */
export function conditionNote(grants: readonly Grant[]): string {
  const keys = [...new Set(grants.flatMap(({ conditions }) => conditions.map(({ key }) => key)))];
  return keys.length > 0 ? ` This depends on the condition on ${list(keys)}.` : "";
}

/** The entries of Action that give grants, each once. */
export function actionPlaces(grants: readonly Grant[]): readonly JsonNode[] {
  return [...new Set(grants.map(({ source }) => source.action))];
}
