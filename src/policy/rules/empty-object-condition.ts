import { isEmptyObject } from "../emptiness.ts";
import { memberOf } from "../parse/json-tree.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "EMPTY_OBJECT_CONDITION",
  findingType: "SUGGESTION",
  title: "Empty object condition",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "An empty Condition limits nothing, though it looks as if it did.",
  fix: "Fill the condition, or remove it.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": ⟦{}⟧ } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
  },

  *check(policy) {
    for (const { node } of policy.statements) {
      const { value } = memberOf(node, "Condition") ?? {};
      if (value?.type !== "object") continue;
      for (const part of [value, ...value.members.map((operator) => operator.value)])
        if (isEmptyObject(part)) yield { at: part, message: "This condition is empty and limits nothing." };
    }
  },
});
