import type { Policy, PolicyType } from "./model.ts";
import type { JsonMember, JsonObject } from "./parse/json-tree.ts";

/** The members that a policy document and a statement may have; IAM takes them in this spelling alone. */
export const policyElements: readonly string[] = ["Version", "Id", "Statement"];
export const statementElements: readonly string[] = [
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition",
];

export const principalKinds: readonly string[] = ["AWS", "Service", "Federated", "CanonicalUser"];

/** Types whose documents are attached to a principal, so that nobody is named in them. */
export const identityTypes: readonly PolicyType[] = ["identity", "permissions-boundary"];
export const identityAndScp: readonly PolicyType[] = [...identityTypes, "scp"];
export const resourceTypes: readonly PolicyType[] = ["resource", "trust"];
export const principalTypes: readonly PolicyType[] = [...resourceTypes, "rcp"];

interface Scope {
  readonly object: JsonObject;
  readonly elements: readonly string[];
}

/** The document and each of its statements, with the elements that may stand there. */
export function elementScopes(policy: Policy): Scope[] {
  const statements = policy.statements.map(({ node }) => ({ object: node, elements: statementElements }));
  return [{ object: policy.root, elements: policyElements }, ...statements];
}

/** Whether an object has none of these elements, not even in a wrong case (which is a finding of its own). */
export function lacks(object: JsonObject, ...elements: readonly string[]): boolean {
  const wanted = new Set(elements.map((name) => name.toLowerCase()));
  return !object.members.some(({ key }) => wanted.has(key.toLowerCase()));
}

/** The members that say again, to the letter, the name of a member before them in the same object. */
export function repeatedMembers(root: JsonObject): JsonMember[] {
  const repeated: JsonMember[] = [];
  const open: JsonObject["members"][number]["value"][] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === "array") for (const item of node.items) open.push(item);
    if (node.type !== "object") continue;
    const seen = new Set<string>();
    for (const member of node.members) {
      if (seen.has(member.key)) repeated.push(member);
      seen.add(member.key);
      open.push(member.value);
    }
  }
  return repeated.sort((a, b) => a.keyStart - b.keyStart);
}
