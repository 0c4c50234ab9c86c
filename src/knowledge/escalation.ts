import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { EscalationPath } from "../policy/escalation/path.ts";
import { factId } from "./fact.ts";
import { readYaml } from "./read-yaml.ts";

const sentence = (max: number) => z.string().trim().min(10).max(max);

const Requirement = z.strictObject({
  action: z.string().regex(/^[a-z0-9-]+:[A-Za-z0-9]+$/, "must be a full action name, like iam:PassRole"),
  on: z
    .string()
    .min(1)
    .describe("Type of resource in the service authorization reference; * where there is none"),
  every: z.boolean().optional().describe("Open only if every resource of the type can be reached"),
  takesRole: z.boolean().optional().describe("The call in which a passed role is handed over"),
});

/** What a person writes in `knowledge/escalation/<id>.yaml`. */
const EscalationEntry = z.strictObject({
  title: sentence(100),
  gain: z
    .enum(["self", "principal", "role"])
    .describe("Whose rights are gained: one's own, another user's or role's, a role's through a service"),
  requires: z.array(Requirement).min(1).max(8),
  services: z
    .array(z.string().regex(/^[a-z0-9.-]+\.amazonaws\.com$/))
    .min(1)
    .optional()
    .describe("Service principals to which the role is passed"),
  how: sentence(400),
  prerequisites: z.array(sentence(200)).max(6),
  fix: sentence(300),
  withdraw: z
    .string()
    .optional()
    .describe("The required action that is missed least; by default iam:PassRole, or else the first"),
  catalogue: z
    .array(z.string().regex(/^[a-z0-9]+-\d{3}$/))
    .default([])
    .describe("Ids in the public catalogue pathfinding.cloud"),
  references: z.array(z.url({ protocol: /^https$/ })).default([]),
  fact: factId,
});

export interface LoadedPaths {
  readonly paths: readonly EscalationPath[];
  readonly broken: readonly { readonly file: string; readonly problems: readonly string[] }[];
}

/** Reads every `<id>.yaml` of a folder; what is wrong comes back in `broken`, all of it at once. */
export function loadEscalationPaths(folder: string): LoadedPaths {
  const paths: EscalationPath[] = [];
  const broken: { file: string; problems: string[] }[] = [];
  const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  for (const file of files.sort()) {
    const result = parseEscalationPath(readFileSync(join(folder, file), "utf8"), file);
    if ("problems" in result) broken.push({ file, problems: result.problems });
    else paths.push(result);
  }
  return { paths, broken };
}

/** One path from the text of its file; `file` is `<id>.yaml`. */
export function parseEscalationPath(text: string, file: string): EscalationPath | { problems: string[] } {
  const id = file.replace(/\.yaml$/, "");
  if (!factId.safeParse(id).success) return { problems: [`the file name ${id} is not in kebab-case`] };
  const entry = readYaml(text, EscalationEntry);
  if ("problems" in entry) return entry;
  const passes = entry.value.requires.some(({ action }) => action === "iam:PassRole");
  if (passes !== (entry.value.services !== undefined))
    return { problems: ["iam:PassRole and `services` go together"] };
  const { withdraw, requires } = entry.value;
  if (withdraw !== undefined && !requires.some(({ action }) => action === withdraw))
    return { problems: ["`withdraw` names one of the actions of `requires`"] };
  return { id, ...entry.value };
}
