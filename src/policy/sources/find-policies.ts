import { accountPolicies } from "./account-authorization.ts";
import { cloudFormationPolicies } from "./cloudformation.ts";
import { type FoundPolicy, isRecord } from "./found-policy.ts";
import { terraformPolicies } from "./terraform-plan.ts";

/** A kind of document with policies inside, and the member that tells it. */
const sources = [
  { mark: "resource_changes", find: terraformPolicies },
  { mark: "Resources", find: cloudFormationPolicies },
  { mark: "UserDetailList", find: accountPolicies },
  { mark: "RoleDetailList", find: accountPolicies },
  { mark: "GroupDetailList", find: accountPolicies },
] as const;

/**
 * The policies inside a Terraform plan, a CloudFormation template or the authorization details of an account,
 * in the order of the document. Undefined if the parsed document is none of these; never throws.
 */
export function findPolicies(document: unknown): readonly FoundPolicy[] | undefined {
  if (!isRecord(document) || Object.hasOwn(document, "Statement")) return undefined;
  const source = sources.find(({ mark }) => Object.hasOwn(document, mark));
  return source && [...source.find({ value: document, pointer: "" })];
}
