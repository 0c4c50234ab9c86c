import { type Policy, type PolicyType, readPolicy } from "../model.ts";
import { parseJson } from "../parse/json-tree.ts";
import { MAX_POLICY_CHARACTERS } from "../policy-size.ts";
import { unwrap } from "../unwrap.ts";

/** A document, or one of the wrappers it comes in, as a policy; undefined where it is no JSON object, or too long. */
export function readDocument(input: string, type: PolicyType): Policy | undefined {
  const { text } = unwrap(input);
  if (text.length > MAX_POLICY_CHARACTERS) return undefined;
  const parsed = parseJson(text);
  if (!("root" in parsed) || parsed.root.type !== "object") return undefined;
  return readPolicy(text, parsed.root, type, undefined);
}
