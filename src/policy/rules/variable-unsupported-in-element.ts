import { literalValues } from "../policy-variables.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "VARIABLE_UNSUPPORTED_IN_ELEMENT",
  findingType: "ERROR",
  title: "Variable unsupported in element",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "IAM replaces variables in Resource and in condition values only; elsewhere they stay text.",
  fix: "Write the value out. If a template fills it in, check what the template yields.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": ⟦"s3:\${aws:username}"⟧, "Resource": "*" } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/\${aws:username}/*" } ] }`,
    },
  },

  *check(policy) {
    for (const statement of policy.statements)
      for (const value of literalValues(statement))
        yield { at: value, message: "No variable is replaced in this element." };
  },
});
