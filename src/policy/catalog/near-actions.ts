import { hasWildcard } from "../glob.ts";
import { editDistance } from "../near-name.ts";
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
