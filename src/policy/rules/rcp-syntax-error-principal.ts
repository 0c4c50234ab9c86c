import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "RCP_SYNTAX_ERROR_PRINCIPAL",
  findingType: "ERROR",
  title: "RCP syntax error principal",
  origin: "access-analyzer",
  appliesTo: ["rcp"],
  why: "An RCP is about every caller; exceptions stand in its conditions.",
  fix: 'Write "Principal": "*".',
  facts: ["rcp-principal-must-be-star"],
  examples: {
    bad: {
      type: "rcp",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Deny", "Principal": ⟦{ "AWS": "111122223333" }⟧, "Action": "s3:*", "Resource": "*" } ] }`,
    },
    good: {
      type: "rcp",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*" } ] }`,
    },
  },

  *check(policy) {
    for (const { principal, notPrincipal } of policy.statements) {
      if (notPrincipal) yield { at: notPrincipal.member.value, message: "An RCP has no NotPrincipal." };
      if (principal && principal.everyone?.value !== "*")
        yield { at: principal.member.value, message: 'The Principal of an RCP is "*".' };
    }
  },
});
