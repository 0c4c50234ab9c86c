import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "UNSUPPORTED_ELEMENT_COMBINATION",
  findingType: "ERROR",
  title: "Unsupported element combination",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "An element and its negation exclude each other in one statement.",
  fix: "Keep one of the two, or make two statements.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": ⟦"s3:GetObject"⟧, "NotAction": ⟦"iam:*"⟧, "Resource": "*" } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
  },

  *check(policy) {
    for (const { action, notAction, resource, notResource, principal, notPrincipal } of policy.statements) {
      const pairs = [
        [action, notAction],
        [resource, notResource],
        [principal, notPrincipal],
      ] as const;
      for (const [element, negated] of pairs) {
        if (!element || !negated) continue;
        const { key } = element.member;
        yield {
          at: [element.member.value, negated.member.value],
          message: `A statement has either ${key} or Not${key}.`,
        };
      }
    }
  },
});
