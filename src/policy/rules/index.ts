// Generated from this folder: `npm run generate`.
import type { Rule } from "../rule.ts";
import invalidAction from "./invalid-action.ts";

// biome-ignore format: one line a member merges without conflicts
export const rules: readonly Rule[] = [
  invalidAction,
];
