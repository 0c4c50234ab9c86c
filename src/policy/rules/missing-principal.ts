import { lacks, principalTypes } from "../grammar.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "MISSING_PRINCIPAL",
  findingType: "ERROR",
  title: "Missing principal",
  origin: "access-analyzer",
  appliesTo: principalTypes,
  why: "A policy on a resource has to say whom a statement is about.",
  fix: "Add Principal with the accounts, roles or services meant.",
  facts: [],
  examples: {
    bad: {
      type: "resource",
      policy: `{ "Version": "2012-10-17", "Statement": [ ⟦{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }⟧ ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
  },

  *check(policy) {
    for (const { node } of policy.statements)
      if (lacks(node, "Principal", "NotPrincipal"))
        yield { at: node, message: "The statement does not say whom it is about." };
  },
});
