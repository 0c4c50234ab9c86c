import type { Fact } from "./fact.ts";
import type { BrokenFile } from "./load-folder.ts";

/** All facts that this process serves, by id; a team's own beside those that ship. */
export class Knowledge {
  readonly facts: readonly Fact[];
  /** Files of the team's folder that could not be read, with their problems. */
  readonly broken: readonly BrokenFile[];
  readonly #byId: ReadonlyMap<string, Fact>;

  constructor(facts: readonly Fact[], broken: readonly BrokenFile[] = []) {
    this.facts = [...facts].sort((a, b) => (a.id < b.id ? -1 : 1));
    this.broken = broken;
    this.#byId = new Map(facts.map((fact) => [fact.id, fact]));
  }

  fact(id: string): Fact | undefined {
    return this.#byId.get(id);
  }

  /** Facts that say what older documentation did not, newest change first; changes of unknown date last. */
  get changes(): readonly Fact[] {
    return this.facts
      .filter((fact) => fact.changed)
      .sort((a, b) => compare(b.changed?.since ?? "", a.changed?.since ?? "") || compare(a.id, b.id));
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/**
 * A team's facts beside the shipped ones. An id that ships already is refused: a team's file must not
 * silently change what a verified fact says.
 */
export function mergeFacts(
  shipped: readonly Fact[],
  team: { readonly facts: readonly Fact[]; readonly broken: readonly BrokenFile[] },
): Knowledge {
  const taken = new Set(shipped.map(({ id }) => id));
  const clashes = team.facts
    .filter(({ id }) => taken.has(id))
    .map(({ id, topic }) => ({
      file: `${topic}/${id}.md`,
      problems: [`the id ${id} belongs to a fact that ships: choose another`],
    }));
  const added = team.facts.filter(({ id }) => !taken.has(id)).map((fact): Fact => ({ ...fact, team: true }));
  return new Knowledge([...shipped, ...added], [...team.broken, ...clashes]);
}
