import { lacks } from "../grammar.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "MISSING_EFFECT",
  findingType: "ERROR",
  title: "Missing effect",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "A statement has to say whether it allows or denies; IAM refuses the document otherwise.",
  fix: "Add Effect with Allow or Deny.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ ⟦{ "Action": "s3:GetObject", "Resource": "*" }⟧ ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
  },

  *check(policy) {
    for (const { node } of policy.statements)
      if (lacks(node, "Effect"))
        yield { at: node, message: "The statement does not say whether it allows or denies." };
  },
});
