import { type Catalog, splitAction } from "../catalog/catalog.ts";
import type { PolicyType } from "../model.ts";
import { type EvaluationRequest, resourceAccountOf } from "./request.ts";

/** How a document bears on a request. The policy of a role's trust and a key policy are those of a resource. */
export type Layer = "rcp" | "scp" | "resource" | "identity" | "permissions-boundary" | "session";

/** The type of policy whose grammar and rules a document of a layer has. */
export const layerTypes: Readonly<Record<Layer, PolicyType>> = {
  rcp: "rcp",
  scp: "scp",
  resource: "resource",
  identity: "identity",
  "permissions-boundary": "permissions-boundary",
  session: "identity",
};

/** Whether documents of a layer bear on a request at all. */
export function layerApplies(layer: Layer, request: EvaluationRequest, catalog: Catalog): boolean {
  const { principal } = request;
  switch (layer) {
    case "rcp":
      return rcpApplies(request, catalog);
    case "scp":
      // SCPs are for the users and roles of member accounts, the root user among them.
      if (!("account" in principal) || principal.account === request.managementAccount) return false;
      return !isServiceLinked(request);
    case "resource":
      return true;
    case "identity":
      return principal.kind === "user" || principal.kind === "role" || principal.kind === "federated-user";
    case "permissions-boundary":
      return principal.kind !== "root" && "account" in principal && !isServiceLinked(request);
    case "session":
      return principal.kind === "role" || principal.kind === "federated-user";
  }
}

function rcpApplies(request: EvaluationRequest, { rcpServices }: Catalog): boolean {
  const action = request.action.toLowerCase();
  const { prefix } = splitAction(action);
  if (action === "kms:retiregrant" || !rcpServices.has(prefix) || isServiceLinked(request)) return false;
  // Services may always assume their service-linked roles.
  if (request.resource.includes(":role/aws-service-role/")) return false;
  const { managementAccount } = request;
  return managementAccount === undefined || resourceAccountOf(request) !== managementAccount;
}

function isServiceLinked({ principal }: EvaluationRequest): boolean {
  return principal.kind === "role" && principal.serviceLinked;
}
