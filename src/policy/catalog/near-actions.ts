import { hasWildcard } from "../glob.ts";
import { type Catalog, splitAction } from "./catalog.ts";

/** Further apart than this two names are not taken for each other. */
const MAX_DISTANCE = 3;
/** No action has a longer name; longer texts are not compared. */
const MAX_LENGTH = 100;

/**
 * ` Did you mean s3:GetObject?`, or nothing: first the action that authorises the API operation of this
 * name, then the action of the service whose name is nearest.
 */
export function didYouMean(entry: string, catalog: Catalog): string {
  const { operationNames } = catalog.reference;
  const folded = entry.toLowerCase();
  const authorised = Object.hasOwn(operationNames, folded) ? operationNames[folded] : undefined;
  const near = authorised ?? nearestAction(folded, catalog);
  return near === undefined ? "" : ` Did you mean ${near}?`;
}

function nearestAction(folded: string, catalog: Catalog): string | undefined {
  const { prefix, name } = splitAction(folded);
  const service = catalog.service(prefix);
  if (!service || hasWildcard(name) || name.length > MAX_LENGTH) return undefined;
  let best: { readonly name: string; readonly distance: number } | undefined;
  for (const [candidate, action] of service.actions) {
    const distance = editDistance(name, candidate, (best?.distance ?? MAX_DISTANCE + 1) - 1);
    if (distance !== undefined) best = { name: action.name, distance };
    if (best?.distance === 1) break;
  }
  return best && `${service.prefix}:${best.name}`;
}

/** Insertions, deletions and replacements between two texts, or undefined if they are more than `limit`. */
function editDistance(a: string, b: string, limit: number): number | undefined {
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
