import { splitAction } from "../catalog/catalog.ts";
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

type PlacedGlob = readonly [pattern: string, entry: JsonString];

interface Entries {
  readonly node: JsonNode;
  readonly literals: ReadonlyMap<string, JsonString>;
  readonly globs: readonly PlacedGlob[];
  /** Those of them that can match an action of a service, filled in as services are asked for; for long lists. */
  readonly byService: Map<string, readonly PlacedGlob[]> | undefined;
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
  return {
    node: element.member.value,
    literals,
    globs: [...globs],
    byService: globs.size > FEW ? new Map() : undefined,
  };
}

const MAX_ENTRY = 200;

/** So many patterns are tried one after the other without ado. */
const FEW = 4;

function find(entries: Entries, action: string): JsonString | undefined {
  const literal = entries.literals.get(action);
  if (literal || entries.globs.length === 0) return literal;
  return globsOf(entries, splitAction(action).prefix).find(([pattern]) => globMatches(pattern, action))?.[1];
}

function globsOf({ globs, byService }: Entries, service: string): readonly PlacedGlob[] {
  if (!byService) return globs;
  const known = byService.get(service);
  if (known) return known;
  const found = globs.filter(([pattern]) => {
    const { prefix } = splitAction(pattern);
    return prefix === service || hasWildcard(prefix);
  });
  byService.set(service, found);
  return found;
}
