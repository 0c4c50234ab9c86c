import type { JsonArray, JsonMember, JsonNode } from "./parse/json-tree.ts";
import type { TextEdit } from "./rule.ts";

/** Takes items out of a list, each with one of its commas. At least one item has to stay. */
export function removeItems(array: JsonArray, removed: ReadonlySet<JsonNode>): readonly TextEdit[] {
  const { items } = array;
  const firstKept = items.findIndex((item) => !removed.has(item));
  const [first, kept] = [items[0], items[firstKept]];
  if (!first || !kept) return [];
  const head = firstKept > 0 ? [{ start: first.start, end: kept.start, newText: "" }] : [];
  const rest = items.flatMap((item, index): TextEdit[] => {
    const before = items[index - 1];
    if (index < firstKept || !before || !removed.has(item)) return [];
    return [{ start: before.end, end: item.end, newText: "" }];
  });
  return [...head, ...rest];
}

/** Gives a member another name. */
export function replaceKey({ keyStart, keyEnd }: JsonMember, name: string): TextEdit {
  return { start: keyStart, end: keyEnd, newText: JSON.stringify(name) };
}

/** Whether a block of conditions holds one key alone and may be renamed, because no other has the new name. */
export function isAloneInBlock(block: JsonMember, newName: string): boolean {
  if (block.value.type !== "object" || block.value.members.length !== 1) return false;
  return !block.object.members.some(({ key }) => key.toLowerCase() === newName.toLowerCase());
}
