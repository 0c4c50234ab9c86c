import type { App } from "../app.ts";
import { type Citations, citationsOf } from "../reference/citations.ts";

/** What rests on a fact, of the checks and escalation paths that this server has. */
export async function citations(factId: string, app: App): Promise<Citations> {
  const [{ rules }, paths] = await Promise.all([import("../policy/rules/index.ts"), app.escalationPaths()]);
  return citationsOf(factId, rules, paths);
}
