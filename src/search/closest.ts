import Fuse from "fuse.js";

/** The names nearest to a misspelt one, best first; empty if none is near. */
export function closest(name: string, names: readonly string[], limit: number): string[] {
  const fuse = new Fuse(names, { ignoreLocation: true, threshold: 0.5, includeScore: true });
  return fuse.search(name.slice(0, 64), { limit }).map(({ item }) => item);
}
