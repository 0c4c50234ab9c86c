import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL",
  findingType: "ERROR",
  title: "Role trust policy syntax error notprincipal",
  origin: "access-analyzer",
  appliesTo: ["trust"],
  why: "A trust policy says whom it trusts; IAM refuses NotPrincipal in it.",
  fix: "Name the trusted in Principal.",
  facts: [],
  examples: {
    bad: {
      type: "trust",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "NotPrincipal": ⟦{ "AWS": "111122223333" }⟧, "Action": "sts:AssumeRole" } ] }`,
    },
    good: {
      type: "trust",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole" } ] }`,
    },
  },

  *check(policy) {
    for (const { notPrincipal } of policy.statements)
      if (notPrincipal)
        yield { at: notPrincipal.member.value, message: "A trust policy has no NotPrincipal." };
  },
});
