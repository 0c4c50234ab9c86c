import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import * as z from "zod";
import { factId } from "../../src/knowledge/fact.ts";
import { readYaml } from "../../src/knowledge/read-yaml.ts";

const name = z.string().min(1).max(120);
const names = z.array(name).min(1).max(200);
const terms = z
  .array(
    z
      .string()
      .min(2)
      .max(180)
      .refine(
        (term) => term.split(/\s+/).length <= 11,
        "must have at most 11 words: a term, not a quotation",
      ),
  )
  .min(1);

const states = z
  .string()
  .min(3)
  .max(200)
  .describe("What the fact says, in its own words: they must stand in it");
/** Of an SDK package: `organizations`, `organizations AttachPolicy`, `sts AssumeRole.DurationSeconds`. */
const sdk = (pattern: RegExp) => z.string().regex(pattern);
const service = sdk(/^[a-z0-9-]+$/);
const inService = sdk(/^[a-z0-9-]+ \w+$/);
const orMember = sdk(/^[a-z0-9-]+ \w+(?:\.\w+)?$/);

/** What a list must be, hold or not hold. Order does not count. */
const list = {
  exactly: names.optional(),
  contains: names.optional(),
  lacks: names.optional(),
};
const members = {
  ...list,
  required: names.optional(),
  optional: names.optional(),
  deprecated: names.optional(),
};

const AnyProof = z.discriminatedUnion("prove", [
  z.strictObject({ prove: z.literal("enum"), of: inService, states, ...list }),
  z.strictObject({ prove: z.literal("operations"), of: service, states, ...list }),
  z.strictObject({ prove: z.literal("exceptions"), of: z.union([service, inService]), states, ...list }),
  z.strictObject({ prove: z.literal("input"), of: inService, states, ...members }),
  z.strictObject({ prove: z.literal("output"), of: inService, states, ...members }),
  z.strictObject({ prove: z.literal("structure"), of: inService, states, ...members }),
  z.strictObject({
    prove: z.literal("text"),
    of: orMember,
    states,
    mentions: terms.optional(),
    silent: terms.optional().describe("Terms whose appearance would refute the claim"),
  }),
  z.strictObject({
    prove: z.literal("error"),
    of: inService,
    states,
    code: name.optional().describe("On the wire"),
    status: z.int().min(300).max(599).optional(),
  }),
  z.strictObject({
    prove: z.literal("actions"),
    of: z.string().regex(/^[a-z0-9-]+:[\w*?]+$/),
    states,
    ...list,
  }),
  z.strictObject({
    prove: z.literal("action"),
    of: z.string().regex(/^[a-z0-9-]+:\w+$/),
    states,
    accessLevels: names.optional(),
    resourceTypes: z.array(name).optional().describe("All of them; [] where the action knows none"),
    conditionKeys: z.strictObject(list).optional(),
    dependentActions: z.strictObject(list).optional(),
  }),
  z.strictObject({
    prove: z.literal("condition-key"),
    of: z.string().regex(/^[a-z0-9-]+:\S+$/),
    states,
    type: name.optional(),
    multivalued: z.boolean().optional(),
    actions: z.strictObject(list).optional().describe("Actions that list the key, in the key's own service"),
  }),
  z.strictObject({ prove: z.literal("rcp-services"), of: z.literal("reference"), states, ...list }),
]);

const Proof = AnyProof.refine(
  assertsSomething,
  "asserts nothing: say what it exactly is, contains, lacks or mentions",
);

/** A claim of a fact, tied to what an installed package says. */
export type Proof = z.infer<typeof Proof>;
export type ListClaim = { readonly [Key in keyof typeof list]?: readonly string[] | undefined };

/** Naming an existing action or key is a claim in itself; everything else has to be compared with something. */
function assertsSomething({ prove, of: _, states: __, ...claims }: z.infer<typeof AnyProof>): boolean {
  return prove === "action" || prove === "condition-key" || Object.keys(claims).length > 0;
}

export interface LoadedProofs {
  readonly proofs: ReadonlyMap<string, readonly Proof[]>;
  readonly broken: readonly { readonly file: string; readonly problems: readonly string[] }[];
}

/** Reads every `<fact-id>.yaml` of a folder; what is wrong comes back in `broken`, all of it at once. */
export function loadProofs(folder: string): LoadedProofs {
  const proofs = new Map<string, readonly Proof[]>();
  const broken: { file: string; problems: string[] }[] = [];
  const files = readdirSync(folder).filter((file) => file.endsWith(".yaml"));
  for (const file of files.sort()) {
    const result = parseProofs(readFileSync(join(folder, file), "utf8"), file);
    if ("problems" in result) broken.push({ file, problems: result.problems });
    else proofs.set(basename(file, ".yaml"), result.proofs);
  }
  return { proofs, broken };
}

/** The proofs of one fact from the text of its file; `file` is `<fact-id>.yaml`. */
export function parseProofs(text: string, file: string): { proofs: Proof[] } | { problems: string[] } {
  const id = basename(file, ".yaml");
  if (!factId.safeParse(id).success) return { problems: [`the file name ${id} is no fact id`] };
  const proofs = readYaml(text, z.array(Proof).min(1));
  return "problems" in proofs ? proofs : { proofs: proofs.value };
}
