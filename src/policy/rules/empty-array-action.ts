import { isEmptyList } from "../emptiness.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "EMPTY_ARRAY_ACTION",
  findingType: "SUGGESTION",
  title: "Empty array action",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "A statement with an empty Action applies to nothing, and one with an empty NotAction to everything.",
  fix: "Fill the list, or remove the statement.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": ⟦[]⟧, "Resource": "*" } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": ["s3:GetObject"], "Resource": "*" } ] }`,
    },
  },

  *check(policy) {
    for (const { action, notAction } of policy.statements)
      for (const element of [action, notAction])
        if (element && isEmptyList(element.member.value))
          yield { at: element.member.value, message: `${element.member.key} is an empty list.` };
  },
});
