import type { PolicyType } from "../model.ts";
import { at, type FoundPolicy, itemsOf, type Spot, textOf } from "./found-policy.ts";

const lists = [
  { list: "UserDetailList", name: "UserName", inline: "UserPolicyList" },
  { list: "GroupDetailList", name: "GroupName", inline: "GroupPolicyList" },
  { list: "RoleDetailList", name: "RoleName", inline: "RolePolicyList" },
] as const;

/** The policies of an account, from `aws iam get-account-authorization-details`; those of AWS are left out. */
export function* accountPolicies(details: Spot): Iterable<FoundPolicy> {
  for (const { list, name, inline } of lists)
    for (const entity of itemsOf(at(details, list))) {
      const owner = textOf(at(entity, name)) ?? list;
      yield* found(`${owner} (trust)`, "trust", at(entity, "AssumeRolePolicyDocument"));
      for (const policy of itemsOf(at(entity, inline)))
        yield* found(
          `${owner}/${textOf(at(policy, "PolicyName")) ?? "inline"}`,
          "identity",
          at(policy, "PolicyDocument"),
        );
    }
  for (const policy of itemsOf(at(details, "Policies"))) yield* managedPolicy(policy);
}

function* managedPolicy(policy: Spot): Iterable<FoundPolicy> {
  const arn = textOf(at(policy, "Arn")) ?? "";
  if (arn.includes(":iam::aws:")) return;
  const name = textOf(at(policy, "PolicyName")) ?? arn;
  for (const version of itemsOf(at(policy, "PolicyVersionList")))
    if (at(version, "IsDefaultVersion").value === true)
      yield* found(name, "identity", at(version, "Document"));
}

/** The API gives documents URL-encoded, the command line as objects. */
function* found(name: string, policyType: PolicyType, { value, pointer }: Spot): Iterable<FoundPolicy> {
  if (value === undefined || value === null) return;
  const text = typeof value === "string" ? value : JSON.stringify(value, undefined, 2);
  yield { name, policyType, text, pointer, leftOut: 0 };
}
