import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { RuleData } from "../../src/policy/rule.ts";
import { catalog } from "./catalog.ts";

/** What rules ask, as the build wrote it. */
export const ruleData: RuleData = {
  catalog,
  escalationPaths: JSON.parse(readFileSync(join(import.meta.dirname, "../../dist/escalation.json"), "utf8")),
};
