import { isEmptyList } from "../emptiness.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "EMPTY_ARRAY_RESOURCE",
  findingType: "SUGGESTION",
  title: "Empty array resource",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "A statement with an empty Resource applies to nothing, and one with an empty NotResource to everything.",
  fix: "Fill the list, or remove the statement.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:*", "Resource": ⟦[]⟧ } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:*", "Resource": ["*"] } ] }`,
    },
  },

  *check(policy) {
    for (const { resource, notResource } of policy.statements)
      for (const element of [resource, notResource])
        if (element && isEmptyList(element.member.value))
          yield { at: element.member.value, message: `${element.member.key} is an empty list.` };
  },
});
