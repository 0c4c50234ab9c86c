import { isEmptyObject } from "../emptiness.ts";
import { principalTypes } from "../grammar.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "EMPTY_OBJECT_PRINCIPAL",
  findingType: "SUGGESTION",
  title: "Empty object principal",
  origin: "access-analyzer",
  appliesTo: principalTypes,
  why: "An empty Principal names nobody.",
  fix: "Name the principals, or remove the statement.",
  facts: [],
  examples: {
    bad: {
      type: "resource",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Principal": ⟦{}⟧, "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
    good: {
      type: "resource",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Principal": { "AWS": "111122223333" }, "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
  },

  *check(policy) {
    for (const { principal, notPrincipal } of policy.statements)
      for (const element of [principal, notPrincipal])
        if (element && isEmptyObject(element.member.value))
          yield { at: element.member.value, message: `${element.member.key} is empty and names nobody.` };
  },
});
