import { memberOf } from "../parse/json-tree.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "RCP_ALLOW_OF_SOME_ACTIONS",
  findingType: "ERROR",
  title: "RCP allow of some actions",
  origin: "iam-pitfalls",
  appliesTo: ["rcp"],
  why: "In an RCP of your own every statement denies. Allow stands in RCPFullAWSAccess of AWS alone, for every action, and that policy cannot be detached: there is no allow list of RCPs.",
  fix: "Write a Deny with the condition turned round.",
  facts: ["rcp-customer-policies-deny-only"],
  examples: {
    bad: {
      type: "rcp",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": ⟦"Allow"⟧, "Principal": "*", "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
    good: {
      type: "rcp",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": { "BoolIfExists": { "aws:SecureTransport": "false" } } } ] }`,
    },
  },

  *check(policy) {
    for (const { node, effect, action } of policy.statements) {
      const value = memberOf(node, "Effect")?.value;
      if (effect !== "Allow" || !value || !action || action.values.some((entry) => entry.value === "*"))
        continue;
      yield { at: value, message: "An RCP cannot allow some actions; it denies what is not to happen." };
    }
  },
});
