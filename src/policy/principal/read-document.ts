import { type Policy, type PolicyType, readPolicy } from "../model.ts";
import { parseJson } from "../parse/json-tree.ts";
import { unwrap } from "../unwrap.ts";

/** More than of a policy that is checked alone: here its wrapper counts too. */
const MAX_CHARACTERS = 2_000_000;

/** A document, or one of the wrappers it comes in, as a policy; undefined where it is no JSON object. */
export function readDocument(input: string, type: PolicyType): Policy | undefined {
  if (input.length > MAX_CHARACTERS) return undefined;
  const { text } = unwrap(input);
  const parsed = parseJson(text);
  if (!("root" in parsed) || parsed.root.type !== "object") return undefined;
  return readPolicy(text, parsed.root, type, undefined);
}
