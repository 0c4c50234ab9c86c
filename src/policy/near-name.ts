/** Near names are looked up for so many texts of a document; more unknown ones are not typing errors. */
const MAX_HINTS = 20;

/**
 * Ends a message with the name that was probably meant, or with nothing if none is near. `names` is asked for only
 * once there is something to suggest.
 */
export function hinter(names: () => readonly string[]): (text: string) => string {
  let known: readonly string[] | undefined;
  return firstHints((text) => {
    known ??= names();
    const near = nearestName(text, known);
    return near === undefined ? "" : ` Did you mean ${near}?`;
  });
}

/** What `hint` says of the first texts, and nothing of the others. */
export function firstHints(hint: (text: string) => string): (text: string) => string {
  let given = 0;
  return (text) => {
    given += 1;
    return given > MAX_HINTS ? "" : hint(text);
  };
}

/** The name nearest to a text in any case, if it is within `limit` insertions, deletions and replacements. */
export function nearestName(text: string, names: readonly string[], limit = 2): string | undefined {
  const folded = text.toLowerCase();
  let best: string | undefined;
  let room = limit;
  for (const name of names) {
    const distance = editDistance(folded, name.toLowerCase(), room);
    if (distance === undefined) continue;
    best = name;
    if (distance === 0) break;
    room = distance - 1;
    if (room < 0) break;
  }
  return best;
}

/** Insertions, deletions and replacements between two texts, or undefined if they are more than `limit`. */
export function editDistance(a: string, b: string, limit: number): number | undefined {
  if (Math.abs(a.length - b.length) > limit) return undefined;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > limit) return undefined;
    row = next;
  }
  const distance = row[b.length] ?? 0;
  return distance <= limit ? distance : undefined;
}
