import { splitVariable, type Variable, variablesIn, variableValues } from "../policy-variables.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "MISSING_QUOTE_IN_VARIABLE",
  findingType: "ERROR",
  title: "Missing quote in variable",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "The default value of a variable stands in single quotes.",
  fix: "Write ${key, 'default'}.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:userid": ⟦"\${aws:PrincipalTag/team, 'none}"⟧ } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:userid": "\${aws:PrincipalTag/team, 'no team'}" } } } ] }`,
    },
  },

  *check(policy) {
    for (const value of variableValues(policy))
      if (variablesIn(value.value).some(lacksQuote))
        yield { at: value, message: "The default value of a variable lacks a single quote." };
  },
});

function lacksQuote({ body }: Variable): boolean {
  const fallback = body === undefined ? undefined : splitVariable(body).fallback;
  return fallback !== undefined && !/^'[^']*'$/.test(fallback);
}
