import type { PolicyType } from "../model.ts";
import { at, type FoundPolicy, isRecord, itemsOf, membersOf, type Spot, textOf } from "./found-policy.ts";
import { knownDocument } from "./known-document.ts";

/** How deep in the properties of a resource policies are looked for. */
const MAX_DEPTH = 8;

/** The policies in a template. YAML has to be parsed with its short forms (`!Sub`) as the long ones. */
export function* cloudFormationPolicies(template: Spot): Iterable<FoundPolicy> {
  for (const [id, resource] of membersOf(at(template, "Resources"))) {
    const type = textOf(at(resource, "Type")) ?? "";
    for (const document of documentsBelow(at(resource, "Properties"), 0)) {
      const known = knownDocument(document.value);
      if (!known) continue;
      const { policyType, resourceType } = kindOf(type, document.pointer, resource);
      yield {
        name: `${id} (${type})`,
        policyType,
        ...(resourceType !== undefined && { resourceType }),
        text: JSON.stringify(known.document, undefined, 2),
        pointer: document.pointer,
        leftOut: known.leftOut,
      };
    }
  }
}

/** Every object with a Statement. */
function* documentsBelow(spot: Spot, depth: number): Iterable<Spot> {
  if (depth > MAX_DEPTH || !isRecord(spot.value)) return;
  if (Object.hasOwn(spot.value, "Statement")) yield spot;
  else if (Array.isArray(spot.value))
    for (const item of itemsOf(spot)) yield* documentsBelow(item, depth + 1);
  else for (const [, member] of membersOf(spot)) yield* documentsBelow(member, depth + 1);
}

interface Kind {
  readonly policyType: PolicyType;
  readonly resourceType?: string;
}

const identityHolders: ReadonlySet<string> = new Set([
  "AWS::IAM::Policy",
  "AWS::IAM::ManagedPolicy",
  "AWS::IAM::UserPolicy",
  "AWS::IAM::RolePolicy",
  "AWS::IAM::GroupPolicy",
  "AWS::IAM::User",
  "AWS::IAM::Role",
  "AWS::IAM::Group",
  "AWS::SSO::PermissionSet",
]);

function kindOf(type: string, pointer: string, resource: Spot): Kind {
  if (pointer.endsWith("/AssumeRolePolicyDocument")) return { policyType: "trust" };
  // SAM puts the policies of a function's role into the function.
  if (identityHolders.has(type) || type.startsWith("AWS::Serverless::")) return { policyType: "identity" };
  if (type === "AWS::Organizations::Policy")
    return {
      policyType: textOf(at(resource, "Properties", "Type")) === "RESOURCE_CONTROL_POLICY" ? "rcp" : "scp",
    };
  return type === "AWS::S3::BucketPolicy"
    ? { policyType: "resource", resourceType: "AWS::S3::Bucket" }
    : { policyType: "resource" };
}
