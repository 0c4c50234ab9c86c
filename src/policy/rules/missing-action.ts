import { lacks } from "../grammar.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "MISSING_ACTION",
  findingType: "ERROR",
  title: "Missing action",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "A statement has to say which actions it is about; IAM refuses the document otherwise.",
  fix: "Add Action (or NotAction) to the statement.",
  facts: [],
  examples: {
    bad: { policy: `{ "Version": "2012-10-17", "Statement": [ ⟦{ "Effect": "Allow", "Resource": "*" }⟧ ] }` },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
  },

  *check(policy) {
    for (const { node } of policy.statements)
      if (lacks(node, "Action", "NotAction"))
        yield { at: node, message: "The statement does not say which actions it is about." };
  },
});
