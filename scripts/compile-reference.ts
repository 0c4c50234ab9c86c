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
  sensitiveKeys: z.strictObject({ source, keys: names }),
  kmsKeyArnKeys: z.strictObject({ source, keys: names }),
  keyActions: z.strictObject({ source, actions: z.record(z.string(), names) }),
  globalKeys: z.strictObject({ source, types: z.record(z.string(), z.string()) }),
  accountlessServices: z.strictObject({ source, services: names }),
  conditionKeyTypes: z.strictObject({ source, types: z.record(z.string(), z.string()) }),
  operationNames: z.strictObject({ source, actions: z.record(z.string(), z.string()) }),
});

/** Reads `knowledge/reference.yaml`; the sources stay in the file, the program needs only what they say. */
export function compileReference(file: string): ReferenceData {
  const data = schema.parse(parse(readFileSync(file, "utf8")));
  return {
    regions: data.partitions.regions,
    retiredServices: data.retiredServices.prefixes,
    acceptedActions: data.acceptedActions.actions,
    sensitiveKeys: data.sensitiveKeys.keys,
    kmsKeyArnKeys: data.kmsKeyArnKeys.keys,
    keyActions: data.keyActions.actions,
    globalKeys: Object.entries(data.globalKeys.types),
    accountlessServices: data.accountlessServices.services,
    operationNames: byLowerCase(data.operationNames.actions),
    conditionKeyTypes: byLowerCase(data.conditionKeyTypes.types),
  };
}

function byLowerCase(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key.toLowerCase(), value]));
}
