import { oversize, sizeWithoutSpace } from "../policy-size.ts";
import { defineRule } from "../rule.ts";

const QUOTA = 20_480;

export default defineRule({
  issueCode: "POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA",
  findingType: "WARNING",
  title: "Policy size exceeds resource policy quota",
  origin: "access-analyzer",
  appliesTo: ["resource"],
  why: "The largest resource policies that AWS takes, those of S3 buckets, end at 20 KB; most services take less.",
  fix: "Shorten the policy, or move statements to the policies of the callers.",
  facts: [],
  examples: {
    bad: {
      type: "resource",
      policy: `⟦{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${"x".repeat(QUOTA)}" } }⟧`,
    },
    good: {
      type: "resource",
      policy: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${"x".repeat(100)}" } }`,
    },
  },

  check: (policy) => oversize(policy, sizeWithoutSpace, QUOTA, "characters without white space"),
});
