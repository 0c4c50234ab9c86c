import { globMatches, hasWildcard } from "../glob.ts";
import type { Element, Statement } from "../model.ts";
import type { JsonNode, JsonString } from "../parse/json-tree.ts";

/** Which actions a statement is about, made for many questions about the same statement. */
export class ActionIndex {
  readonly #action: Entries | undefined;
  readonly #notAction: Entries | undefined;

  constructor(statement: Statement) {
    this.#action = statement.action && toEntries(statement.action);
    this.#notAction = statement.notAction && toEntries(statement.notAction);
  }

  /** The place that makes the statement hold for an action (full name in lower case): an entry, or NotAction. */
  placeOf(action: string): JsonNode | undefined {
    if (this.#action) return find(this.#action, action);
    if (this.#notAction && !find(this.#notAction, action)) return this.#notAction.node;
    return undefined;
  }
}

interface Entries {
  readonly node: JsonNode;
  readonly literals: ReadonlyMap<string, JsonString>;
  readonly globs: readonly (readonly [string, JsonString])[];
}

function toEntries(element: Element): Entries {
  const literals = new Map<string, JsonString>();
  const globs = new Map<string, JsonString>();
  for (const entry of element.values) {
    const text = entry.value.toLowerCase().replace(/\*{2,}/g, "*");
    // An entry with more letters than any action matches none.
    if (text.length > MAX_ENTRY) continue;
    const target = hasWildcard(text) ? globs : literals;
    if (!target.has(text)) target.set(text, entry);
  }
  return { node: element.member.value, literals, globs: [...globs] };
}

const MAX_ENTRY = 200;

function find({ literals, globs }: Entries, action: string): JsonString | undefined {
  return literals.get(action) ?? globs.find(([pattern]) => globMatches(pattern, action))?.[1];
}
