import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Catalog } from "../../src/policy/catalog/catalog.ts";

/** The catalogue as the build wrote it: the one that is shipped. */
export const catalog = new Catalog(
  JSON.parse(readFileSync(join(import.meta.dirname, "../../dist/catalog.json"), "utf8")),
);
