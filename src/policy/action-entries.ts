import type { Statement } from "./model.ts";
import type { JsonString } from "./parse/json-tree.ts";

/** The entries of Action and NotAction. */
export function actionEntries(statement: Statement): readonly JsonString[] {
  return [...(statement.action?.values ?? []), ...(statement.notAction?.values ?? [])];
}
