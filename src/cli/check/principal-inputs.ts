import type { PrincipalDocumentType } from "../../policy/principal/check-principal.ts";
import { UserError } from "../../user-error.ts";
import { findInputs } from "./find-inputs.ts";
import { openContainer } from "./open-container.ts";

/** The documents of one principal besides its identity policies, as options name them. */
export interface PrincipalOptions {
  readonly boundary: string | undefined;
  readonly sessionPolicy: string | undefined;
  /** Each is FILE or LEVEL=FILE; SCPs of one level add up, levels limit each other. */
  readonly scps: readonly string[];
}

/** A document with its file, and how it applies to the principal. */
export interface PrincipalInput {
  readonly file: string;
  readonly policy: string;
  readonly policyType: PrincipalDocumentType;
  readonly level?: string | undefined;
}

/** Reads the identity policies that arguments name, then the documents that limit them. */
export async function readPrincipalInputs(
  identity: readonly string[],
  { boundary, sessionPolicy, scps }: PrincipalOptions,
): Promise<PrincipalInput[]> {
  const inputs: PrincipalInput[] = [];
  for (const { name, read } of await findInputs(identity))
    inputs.push(toInput(name, await read(), "identity"));
  if (boundary !== undefined) inputs.push(await readOne(boundary, "permissions-boundary"));
  for (const scp of scps) inputs.push(await readScp(scp));
  if (sessionPolicy !== undefined) inputs.push(await readOne(sessionPolicy, "session"));
  return inputs;
}

/** An SCP named as FILE or LEVEL=FILE. */
export async function readScp(option: string): Promise<PrincipalInput> {
  const { level, file } = splitLevel(option);
  return { ...(await readOne(file, "scp")), level };
}

/** FILE, or LEVEL=FILE for a document that is attached to one level of the organization. */
export function splitLevel(option: string): { readonly file: string; readonly level: string | undefined } {
  const [, level, file = option] = /^([\w-]{1,100})=(.+)$/.exec(option) ?? [];
  return { file, level };
}

async function readOne(name: string, policyType: PrincipalDocumentType): Promise<PrincipalInput> {
  const [input, ...more] = await findInputs([name]);
  if (!input || more.length > 0) throw new UserError(`${name} has to be one file.`);
  return toInput(input.name, await input.read(), policyType);
}

function toInput(file: string, policy: string, policyType: PrincipalDocumentType): PrincipalInput {
  if (openContainer(policy))
    throw new UserError(`${file} is a template or plan: the documents of one principal have to be policies.`);
  return { file, policy, policyType };
}
