import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "SCP_SYNTAX_ERROR_PRINCIPAL",
  findingType: "ERROR",
  title: "SCP syntax error principal",
  origin: "access-analyzer",
  appliesTo: ["scp"],
  why: "An SCP is about the principals of the accounts that it is attached to; it cannot name them.",
  fix: "Remove the element; exempt roles with a condition such as ArnNotLike on aws:PrincipalArn.",
  facts: ["scp-no-principal-element"],
  examples: {
    bad: {
      type: "scp",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Deny", "Principal": ⟦"*"⟧, "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
    good: {
      type: "scp",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Deny", "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
  },

  *check(policy) {
    for (const { principal, notPrincipal } of policy.statements)
      for (const element of [principal, notPrincipal])
        if (element) yield { at: element.member.value, message: `An SCP has no ${element.member.key}.` };
  },
});
