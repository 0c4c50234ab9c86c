import { oversize, sizeAsWritten } from "../policy-size.ts";
import { defineRule } from "../rule.ts";

const QUOTA = 5_120;

export default defineRule({
  issueCode: "POLICY_SIZE_EXCEEDS_RCP_QUOTA",
  findingType: "ERROR",
  title: "Policy size exceeds RCP quota",
  origin: "access-analyzer",
  appliesTo: ["rcp"],
  why: "AWS Organizations refuses a resource control policy of more than 5,120 characters.",
  fix: "Split the RCP, or save it without white space.",
  facts: ["quota-org-policy-sizes-by-type"],
  examples: {
    bad: {
      type: "rcp",
      policy: `⟦{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${"x".repeat(QUOTA)}" } }⟧`,
    },
    good: {
      type: "rcp",
      policy: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${"x".repeat(100)}" } }`,
    },
  },

  check: (policy) => oversize(policy, sizeAsWritten, QUOTA, "characters"),
});
