import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "ALLOW_WITH_NOT_PRINCIPAL",
  findingType: "SECURITY_WARNING",
  title: "Allow with NotPrincipal",
  origin: "access-analyzer",
  appliesTo: ["resource"],
  why: "An Allow with NotPrincipal lets in everybody else, anonymous callers included.",
  fix: "Name whom to allow in Principal.",
  facts: ["respol-notprincipal-not-in-trust-or-identity-policies"],
  examples: {
    bad: {
      type: "resource",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "NotPrincipal": ⟦{ "AWS": "111122223333" }⟧, "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
    good: {
      type: "resource",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
  },

  *check(policy) {
    for (const { effect, notPrincipal } of policy.statements)
      if (effect === "Allow" && notPrincipal)
        yield { at: notPrincipal.member.value, message: "This allows everybody except those named." };
  },
});
