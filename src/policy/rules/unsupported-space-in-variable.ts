import { splitVariable, type Variable, variablesIn, variableValues } from "../policy-variables.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "UNSUPPORTED_SPACE_IN_VARIABLE",
  findingType: "ERROR",
  title: "Unsupported space in variable",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "The name of a variable has no blanks.",
  fix: "Remove the blanks; only the default value may have some.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ⟦"arn:aws:s3:::b/\${ aws:username }"⟧ } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/\${aws:username}/*" } ] }`,
    },
  },

  *check(policy) {
    for (const value of variableValues(policy))
      if (variablesIn(value.value).some(hasSpace))
        yield { at: value, message: "The name of a variable holds a blank." };
  },
});

function hasSpace({ body = "" }: Variable): boolean {
  return body.trim() !== "" && /\s/.test(splitVariable(body).name);
}
