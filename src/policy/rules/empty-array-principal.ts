import { isEmptyList } from "../emptiness.ts";
import { principalTypes } from "../grammar.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "EMPTY_ARRAY_PRINCIPAL",
  findingType: "SUGGESTION",
  title: "Empty array principal",
  origin: "access-analyzer",
  appliesTo: principalTypes,
  why: "An empty list of principals names nobody.",
  fix: "Fill the list, or remove it.",
  facts: [],
  examples: {
    bad: {
      type: "resource",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Principal": { "AWS": ⟦[]⟧ }, "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
    good: {
      type: "resource",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Principal": { "AWS": ["111122223333"] }, "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
  },

  *check(policy) {
    for (const { principal, notPrincipal } of policy.statements)
      for (const element of [principal, notPrincipal]) {
        const { value } = element?.member ?? {};
        for (const kind of value?.type === "object" ? value.members : [])
          if (isEmptyList(kind.value)) yield { at: kind.value, message: "This list names nobody." };
      }
  },
});
