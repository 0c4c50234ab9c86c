import { oversize, IDENTITY_POLICY_QUOTA as QUOTA, sizeWithoutSpace } from "../policy-size.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA",
  findingType: "WARNING",
  title: "Policy size exceeds identity policy quota",
  origin: "access-analyzer",
  appliesTo: ["identity", "permissions-boundary"],
  why: "No identity takes an inline policy of more than 10,240 characters, and a managed policy holds only 6,144.",
  fix: "Split the policy, or say the same with fewer entries.",
  facts: [],
  examples: {
    bad: {
      type: "identity",
      policy: `⟦{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${"x".repeat(QUOTA)}" } }⟧`,
    },
    good: {
      type: "identity",
      policy: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${"x".repeat(100)}" } }`,
    },
  },

  // AWS's answers count one character more than the text has.
  check: (policy) =>
    oversize(policy, (text) => sizeWithoutSpace(text) + 1, QUOTA, "characters without white space"),
});
