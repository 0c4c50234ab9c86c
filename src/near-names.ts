import Fuse from "fuse.js";

export interface NearNamesOptions {
  readonly limit: number;
  /** How much of a name may differ: 0 nothing, 1 all of it. */
  readonly tolerance: number;
  /** Longer names are cut: the pattern of a fuzzy search costs time by its length. */
  readonly maxLength: number;
}

/** The names nearest to a misspelt one, best first; empty if none is near. */
export function nearNames(
  name: string,
  names: readonly string[],
  { limit, tolerance, maxLength }: NearNamesOptions,
): string[] {
  const fuse = new Fuse(names, { ignoreLocation: true, threshold: tolerance });
  return fuse.search(name.slice(0, maxLength), { limit }).map(({ item }) => item);
}
