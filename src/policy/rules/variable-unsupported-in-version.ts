import { variableValues } from "../policy-variables.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "VARIABLE_UNSUPPORTED_IN_VERSION",
  findingType: "ERROR",
  title: "Variable unsupported in version",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "Variables exist since the policy language of 2012; with an older Version, or with none, they are plain text.",
  fix: 'Write "Version": "2012-10-17".',
  facts: ["iam-version-omitted-variables-literal"],
  examples: {
    bad: {
      policy: `{ "Version": "2008-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ⟦"arn:aws:s3:::b/\${aws:username}"⟧ } }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/\${aws:username}/*" } ] }`,
    },
  },

  *check(policy) {
    if (policy.version !== undefined && policy.version !== "2008-10-17") return;
    for (const value of variableValues(policy))
      yield { at: value, message: "In this version of the policy language the variable is plain text." };
  },
});
