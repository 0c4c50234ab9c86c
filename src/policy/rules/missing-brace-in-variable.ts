import { variablesIn, variableValues } from "../policy-variables.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "MISSING_BRACE_IN_VARIABLE",
  findingType: "ERROR",
  title: "Missing brace in variable",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "Without its closing brace a variable cannot be read.",
  fix: "Close the variable with }.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ⟦"arn:aws:s3:::b/\${aws:username/*"⟧ } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/\${aws:username}/*" } ] }`,
    },
  },

  *check(policy) {
    for (const value of variableValues(policy))
      if (variablesIn(value.value).some(({ body }) => body === undefined))
        yield { at: value, message: "A ${ has no closing }." };
  },
});
