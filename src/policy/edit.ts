import type { Finding } from "./finding.ts";
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

/** More fixes than this are not applied at once: such a document wants to be written anew. */
const MAX_APPLIED = 500;

/**
 * Applies the edits of findings to the text that they were found in, first come first served where those of two
 * touch; `left` says that some had to give way.
 */
export function applyEdits(
  text: string,
  findings: readonly Finding[],
): { readonly text: string; readonly left: boolean } {
  const chosen: TextEdit[] = [];
  let left = false;
  for (const { edits = [] } of findings) {
    if (chosen.length >= MAX_APPLIED) break;
    const wanted = edits.map(({ span, newText }) => ({
      start: span.start.offset,
      end: span.end.offset,
      newText,
    }));
    const clash = wanted.some((a) => chosen.some((b) => a.start < b.end && b.start < a.end));
    if (clash) left = true;
    else chosen.push(...wanted);
  }
  chosen.sort((a, b) => a.start - b.start);
  const kept = chosen.map(({ start, newText }, index) => text.slice(chosen[index - 1]?.end, start) + newText);
  return { text: kept.join("") + text.slice(chosen.at(-1)?.end), left };
}
