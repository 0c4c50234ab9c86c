import { oversize, sizeAsWritten } from "../policy-size.ts";
import { defineRule } from "../rule.ts";

const QUOTA = 10_240;

export default defineRule({
  issueCode: "POLICY_SIZE_EXCEEDS_SCP_QUOTA",
  findingType: "ERROR",
  title: "Policy size exceeds SCP quota",
  origin: "access-analyzer",
  appliesTo: ["scp"],
  why: "AWS Organizations refuses a service control policy of more than 10,240 characters.",
  fix: "Split the SCP, or save it without white space.",
  facts: ["quota-scp-size-10240"],
  examples: {
    bad: {
      type: "scp",
      policy: `⟦{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${"x".repeat(QUOTA)}" } }⟧`,
    },
    good: {
      type: "scp",
      policy: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${"x".repeat(100)}" } }`,
    },
  },

  check: (policy) => oversize(policy, sizeAsWritten, QUOTA, "characters"),
});
