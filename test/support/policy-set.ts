import { type PolicyType, readPolicy } from "../../src/policy/model.ts";
import { parseJson } from "../../src/policy/parse/json-tree.ts";

/** A statement as plain data. */
export interface PlainStatement {
  readonly Effect: "Allow" | "Deny";
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly NotResource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** A policy read from statements. */
export function policyOf(statements: readonly PlainStatement[], type: PolicyType = "identity") {
  const text = JSON.stringify({ Version: "2012-10-17", Statement: statements });
  const parsed = parseJson(text);
  if (!("root" in parsed) || parsed.root.type !== "object") throw new Error("The statements make no object");
  return readPolicy(text, parsed.root, type, undefined);
}
