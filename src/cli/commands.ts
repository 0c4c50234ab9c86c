import { changes } from "./changes.ts";
import { check } from "./check/check.ts";
import type { Command } from "./command.ts";
import { config } from "./config.ts";
import { evaluateRequest } from "./evaluate/evaluate.ts";
import { fact } from "./fact.ts";
import { fetch } from "./fetch.ts";
import { lookup } from "./lookup.ts";
import { principals } from "./principals/principals.ts";
import { search } from "./search.ts";
import { serve } from "./serve.ts";
import { verify } from "./verify.ts";

/** In the order of the help. */
export const commands: readonly Command[] = [
  serve,
  search,
  fact,
  changes,
  check,
  principals,
  evaluateRequest,
  fetch,
  verify,
  lookup,
  config,
];
