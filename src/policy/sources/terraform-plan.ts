import type { PolicyType } from "../model.ts";
import { at, type FoundPolicy, itemsOf, membersOf, type Spot, textOf } from "./found-policy.ts";

/** Blocks of a resource are not nested deeper. */
const MAX_DEPTH = 6;

/** The policies that a plan leaves behind, from `terraform show -json`. Values unknown until apply are absent in it. */
export function* terraformPolicies(plan: Spot): Iterable<FoundPolicy> {
  for (const change of itemsOf(at(plan, "resource_changes"))) {
    const type = textOf(at(change, "type")) ?? "";
    const address = textOf(at(change, "address")) ?? type;
    if (!type.startsWith("aws_") || textOf(at(change, "mode")) === "data") continue;
    const after = at(change, "change", "after");
    for (const document of textsBelow(after, 0)) {
      const text = textOf(document) ?? "";
      const attribute = document.pointer.slice(after.pointer.length + 1);
      yield {
        name: `${address}: ${attribute.replaceAll("/", ".")}`,
        policyType: policyTypeOf(type, attribute, textOf(at(after, "type"))),
        ...(type === "aws_s3_bucket_policy" && { resourceType: "AWS::S3::Bucket" }),
        text,
        pointer: document.pointer,
        leftOut: 0,
      };
    }
  }
}

/** Attributes with a policy document as JSON text. */
function* textsBelow(spot: Spot, depth: number): Iterable<Spot> {
  const text = textOf(spot);
  if (text !== undefined && /^\s{0,100}\{/.test(text) && text.includes('"Statement"')) yield spot;
  if (depth > MAX_DEPTH) return;
  for (const item of itemsOf(spot)) yield* textsBelow(item, depth + 1);
  for (const [, member] of membersOf(spot)) yield* textsBelow(member, depth + 1);
}

const IDENTITY =
  /^aws_(?:iam_(?:policy|role|user|group|(?:role|user|group)_policy)|ssoadmin_permission_set_inline_policy)$/;

function policyTypeOf(type: string, attribute: string, kind: string | undefined): PolicyType {
  if (attribute === "assume_role_policy") return "trust";
  if (IDENTITY.test(type)) return "identity";
  if (type === "aws_organizations_policy") return kind === "RESOURCE_CONTROL_POLICY" ? "rcp" : "scp";
  return "resource";
}
