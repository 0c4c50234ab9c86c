import { parseOperator } from "../condition-operator.ts";
import { nullOperators } from "../null-operators.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "NULL_WITH_QUALIFIER",
  findingType: "SUGGESTION",
  title: "Null with qualifier",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "Null asks whether the key is there; there are no values to go through.",
  fix: "Remove the qualifier.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { ⟦"ForAllValues:Null"⟧: { "aws:TagKeys": "true" } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "Null": { "aws:TagKeys": "true" } } } ] }`,
    },
  },

  *check(policy) {
    for (const member of nullOperators(policy)) {
      const { qualifier } = parseOperator(member.key);
      if (qualifier) yield { at: { keyOf: member }, message: "Null takes no qualifier." };
    }
  },
});
