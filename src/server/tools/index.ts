// Generated from this folder: `npm run generate`.
import type { Tool } from "../tool.ts";
import checkPolicy from "./check-policy.ts";
import fetchDoc from "./fetch-doc.ts";
import getFact from "./get-fact.ts";
import lookupIam from "./lookup-iam.ts";
import searchFacts from "./search-facts.ts";
import verifyFact from "./verify-fact.ts";

// biome-ignore format: one line a member merges without conflicts
export const tools: readonly Tool[] = [
  checkPolicy,
  fetchDoc,
  getFact,
  lookupIam,
  searchFacts,
  verifyFact,
];
