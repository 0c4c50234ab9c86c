import { comparedValues } from "../compared-values.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "TYPE_MISMATCH_NUMBER",
  findingType: "WARNING",
  title: "Type mismatch number",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "Numeric operators compare with a number; another value never matches.",
  fix: "Write a number.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "NumericLessThan": { "s3:max-keys": ⟦"ten"⟧ } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "NumericLessThan": { "s3:max-keys": "10" } } } ] }`,
    },
  },

  *check(policy) {
    for (const { value, text } of comparedValues(policy, ["Numeric"]))
      if (value.type !== "number" && !/^[-+]?\d{1,40}(?:\.\d{1,40})?$/.test(text))
        yield { at: value, message: "This operator compares with a number." };
  },
});
