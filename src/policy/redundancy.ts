import { removeItems } from "./edit.ts";
import { globCovers, hasWildcard } from "./glob.ts";
import type { Element } from "./model.ts";
import type { JsonString } from "./parse/json-tree.ts";
import { hasVariable } from "./policy-variables.ts";
import type { TextEdit } from "./rule.ts";

/** Entries of one list of which the widest says all that the others say. */
export interface RedundantGroup {
  /** The widest entry, as it stands first in the list. */
  readonly head: JsonString;
  /** The head and all that it covers, in the order of the list. */
  readonly entries: readonly JsonString[];
  /** The entry that AWS names: the longest; of equally long ones the greatest. */
  readonly cited: JsonString;
  /** Takes out all but the head; none where a variable may make the head narrower than its text looks. */
  readonly edits: readonly TextEdit[];
}

/**
 * Comparing the patterns with the entries may cost this many comparisons of characters, at worst. No real
 * document comes near; in a hostile one the rest of the pairs goes unreported.
 */
const MAX_COST = 100_000_000;

/**
 * One group for every entry that no other entry covers and that covers some itself. Covering is containment
 * of the patterns as text: `s3:Get*` covers `s3:GetObject`, and an entry covers its own repetition.
 */
export function redundantGroups(element: Element, fold: (text: string) => string): RedundantGroup[] {
  if (element.values.length < 2) return [];
  const places = grouped(element.values, (entry) => canonical(fold(entry.value)));
  const covered = coveredBy([...places.keys()]);
  const inside = new Set([...covered.values()].flat());
  return [...places.keys()].flatMap((key) => {
    if (inside.has(key)) return [];
    const entries = [key, ...(covered.get(key) ?? [])].flatMap((name) => places.get(name) ?? []);
    return entries.length > 1 ? [toGroup(entries, element)] : [];
  });
}

/** For each pattern the other texts that it covers. */
function coveredBy(texts: readonly string[]): Map<string, string[]> {
  const byPrefix = grouped(texts.filter(hasWildcard), fixedPrefix);
  const lengths = [...new Set([...byPrefix.keys()].map((prefix) => prefix.length))];
  const covered = new Map<string, string[]>();
  let cost = 0;
  for (const text of texts) {
    for (const pattern of candidates(text, byPrefix, lengths)) {
      cost += pattern.length * text.length;
      if (cost > MAX_COST) return covered;
      if (globCovers(pattern, text)) append(covered, pattern, text);
    }
  }
  return covered;
}

/** The other patterns whose fixed beginning the text shares: only they can cover it. */
function candidates(
  text: string,
  byPrefix: ReadonlyMap<string, readonly string[]>,
  lengths: readonly number[],
): string[] {
  return lengths
    .filter((length) => length <= text.length)
    .flatMap((length) => byPrefix.get(text.slice(0, length)) ?? [])
    .filter((pattern) => pattern !== text);
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) append(groups, keyOf(item), item);
  return groups;
}

function append<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}

/** Patterns that match the same texts get the same form: `a**` as `a*`, `a*?` as `a?*`. */
function canonical(pattern: string): string {
  return pattern.replace(/[*?]{2,}/g, (run) => run.replaceAll("*", "") + (run.includes("*") ? "*" : ""));
}

function fixedPrefix(pattern: string): string {
  return pattern.slice(0, pattern.search(/[*?]/));
}

function toGroup(group: readonly JsonString[], element: Element): RedundantGroup {
  const entries = group.toSorted((a, b) => a.start - b.start);
  const [head] = group;
  if (!head) throw new Error("A group has a head");
  const { value: list } = element.member;
  return {
    head,
    entries,
    cited: entries.reduce((best, entry) => (isCitedBefore(entry, best) ? entry : best)),
    edits:
      list.type === "array" && group.every((entry) => coversValues(head.value, entry.value))
        ? removeItems(list, new Set(group.slice(1)))
        : [],
  };
}

function isCitedBefore(a: JsonString, b: JsonString): boolean {
  if (a.value.length !== b.value.length) return a.value.length > b.value.length;
  return a.value.toLowerCase() > b.value.toLowerCase();
}

const VARIABLE = /\$\{[^}]*\}/g;

/**
 * Whether a pattern that covers another as text still does so whatever the variables stand for: `*` covers a
 * whole variable, `?` only some value of one character, and a wildcard inside the braces is none.
 */
function coversValues(outer: string, inner: string): boolean {
  if (outer === inner || !(hasVariable(outer) || hasVariable(inner))) return true;
  if (outer.includes("?") || PRIVATE_USE.test(outer + inner)) return false;
  const names = [
    ...new Set([...outer.matchAll(VARIABLE), ...inner.matchAll(VARIABLE)].map(([name]) => name)),
  ];
  const marks = new Map(names.map((name, index) => [name, String.fromCodePoint(FIRST_MARK + index)]));
  const marked = (text: string): string => text.replace(VARIABLE, (name) => marks.get(name) ?? name);
  return names.length <= MAX_MARKS && globCovers(marked(outer), marked(inner));
}

/** Characters that stand in for variables: the fifteenth plane of Unicode, which is for private use. */
const FIRST_MARK = 0xf0000;
const MAX_MARKS = 0xffff;
const PRIVATE_USE = /[\u{f0000}-\u{fffff}]/u;
