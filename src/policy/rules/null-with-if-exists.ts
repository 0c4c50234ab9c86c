import { parseOperator } from "../condition-operator.ts";
import { nullOperators } from "../null-operators.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "NULL_WITH_IF_EXISTS",
  findingType: "ERROR",
  title: "Null with if exists",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "Null asks whether the key is there, so that IfExists has no sense with it, and IAM refuses the two together.",
  fix: "Remove IfExists.",
  facts: ["cond-ifexists-not-with-null"],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { ⟦"NullIfExists"⟧: { "aws:TagKeys": "true" } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "Null": { "aws:TagKeys": "true" } } } ] }`,
    },
  },

  *check(policy) {
    for (const member of nullOperators(policy)) {
      const { ifExists } = parseOperator(member.key);
      if (ifExists) yield { at: { keyOf: member }, message: "Null takes no IfExists." };
    }
  },
});
