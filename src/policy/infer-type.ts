import { splitAction } from "./catalog/catalog.ts";
import { listOf, type PolicyType } from "./model.ts";
import { type JsonObject, memberOf } from "./parse/json-tree.ts";

/**
 * The type that a document shows: a principal makes it a resource policy, and a trust policy if its
 * actions are those of assuming a role. Without a principal it is an identity policy; SCPs, RCPs and
 * boundaries cannot be told from their text, so callers name them.
 */
export function inferType(root: JsonObject): PolicyType {
  const statements = listOf(memberOf(root, "Statement")?.value);
  const hasPrincipal = statements.some(
    (node) => memberOf(node, "Principal") ?? memberOf(node, "NotPrincipal"),
  );
  if (!hasPrincipal) return "identity";
  const hasResource = statements.some((node) => memberOf(node, "Resource") ?? memberOf(node, "NotResource"));
  const actions = statements.flatMap((node) =>
    listOf((memberOf(node, "Action") ?? memberOf(node, "NotAction"))?.value)
      .filter((value) => value.type === "string")
      .map(({ value }) => splitAction(value).prefix.toLowerCase()),
  );
  return !hasResource && actions.length > 0 && actions.every((prefix) => prefix === "sts")
    ? "trust"
    : "resource";
}
