import { memberOf } from "../parse/json-tree.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "RCP_SYNTAX_ERROR_ALLOW",
  findingType: "ERROR",
  title: "RCP syntax error allow",
  origin: "access-analyzer",
  appliesTo: ["rcp"],
  why: "An RCP denies. Only the policy RCPFullAWSAccess of AWS allows, and it allows everything.",
  fix: "Write a Deny with the condition turned round.",
  facts: [],
  examples: {
    bad: {
      type: "rcp",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": ⟦"Allow"⟧, "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-1" } } } ] }`,
    },
    good: {
      type: "rcp",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": { "StringNotEqualsIfExists": { "aws:PrincipalOrgID": "o-1" } } } ] }`,
    },
  },

  *check(policy) {
    for (const { node, effect, resource, principal, conditions } of policy.statements) {
      const value = memberOf(node, "Effect")?.value;
      if (effect !== "Allow" || !value) continue;
      const isWide =
        principal?.everyone?.value === "*" && resource?.values.some((entry) => entry.value === "*");
      if (!isWide || conditions.length > 0)
        yield { at: value, message: "An RCP cannot allow a part; it denies what is not to happen." };
    }
  },
});
