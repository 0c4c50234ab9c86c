import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE",
  findingType: "ERROR",
  title: "Role trust policy syntax error resource",
  origin: "access-analyzer",
  appliesTo: ["trust"],
  why: "A trust policy is about its own role; IAM refuses a Resource in it.",
  fix: "Remove the element.",
  facts: [],
  examples: {
    bad: {
      type: "trust",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole", "Resource": ⟦"*"⟧ } ] }`,
    },
    good: {
      type: "trust",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole" } ] }`,
    },
  },

  *check(policy) {
    for (const { resource, notResource } of policy.statements)
      for (const element of [resource, notResource])
        if (element)
          yield { at: element.member.value, message: `A trust policy has no ${element.member.key}.` };
  },
});
