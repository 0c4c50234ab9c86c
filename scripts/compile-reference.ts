import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import type { ReferenceData } from "../src/policy/catalog/catalog-data.ts";

const source = z.string().min(1);
const names = z.array(z.string().min(1));

const schema = z.strictObject({
  partitions: z.strictObject({ source, regions: z.record(z.string(), names) }),
  retiredServices: z.strictObject({ source, prefixes: names }),
  acceptedActions: z.strictObject({ source, actions: z.record(z.string(), names) }),
  operationNames: z.strictObject({ source, actions: z.record(z.string(), z.string()) }),
});

/** Reads `knowledge/reference.yaml`; the sources stay in the file, the program needs only what they say. */
export function compileReference(file: string): ReferenceData {
  const { partitions, retiredServices, acceptedActions, operationNames } = schema.parse(
    parse(readFileSync(file, "utf8")),
  );
  return {
    regions: partitions.regions,
    retiredServices: retiredServices.prefixes,
    acceptedActions: acceptedActions.actions,
    operationNames: Object.fromEntries(
      Object.entries(operationNames.actions).map(([operation, action]) => [operation.toLowerCase(), action]),
    ),
  };
}
