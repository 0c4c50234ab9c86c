import { variablesIn, variableValues } from "../policy-variables.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "EMPTY_VARIABLE",
  findingType: "ERROR",
  title: "Empty variable",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "A variable has to name a condition key.",
  fix: "Put the name of a key between the braces, such as ${aws:username}.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ⟦"arn:aws:s3:::b/\${}"⟧ } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/\${aws:username}/*" } ] }`,
    },
  },

  *check(policy) {
    for (const value of variableValues(policy))
      if (variablesIn(value.value).some(({ body }) => body?.trim() === ""))
        yield { at: value, message: "The braces of a variable are empty." };
  },
});
