import { identityTypes } from "../grammar.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "UNSUPPORTED_PRINCIPAL",
  findingType: "ERROR",
  title: "Unsupported principal",
  origin: "access-analyzer",
  appliesTo: identityTypes,
  why: "An identity policy is about whoever it is attached to; IAM refuses one that names somebody.",
  fix: "Remove the element. If the policy belongs to a resource or to the trust of a role, check it as such.",
  facts: [],
  examples: {
    bad: {
      type: "identity",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": ⟦"*"⟧, "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
    good: {
      type: "identity",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
  },

  *check(policy) {
    for (const { principal, notPrincipal } of policy.statements)
      for (const element of [principal, notPrincipal])
        if (element)
          yield { at: element.member.value, message: `An identity policy has no ${element.member.key}.` };
  },
});
