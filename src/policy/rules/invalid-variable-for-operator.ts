import { conditionsOf } from "../condition-key.ts";
import { variablesIn } from "../policy-variables.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "INVALID_VARIABLE_FOR_OPERATOR",
  findingType: "ERROR",
  title: "Invalid variable for operator",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "Only string and ARN operators take variables; others compare with the text of the variable.",
  fix: "Use a string or ARN operator, or write the value out.",
  facts: ["cond-variables-only-string-and-arn-operators"],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "NumericLessThan": { "s3:max-keys": ⟦"\${aws:PrincipalTag/max}"⟧ } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:userid": "\${aws:PrincipalTag/id}" } } } ] }`,
    },
  },

  *check(policy) {
    for (const { condition } of conditionsOf(policy)) {
      const { family, base } = condition.operator;
      if (family === undefined || family === "String" || family === "Arn") continue;
      for (const value of condition.values)
        if (value.type === "string" && variablesIn(value.value).length > 0)
          yield { at: value, message: `${base} does not replace variables.` };
    }
  },
});
