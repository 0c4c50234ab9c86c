import { oversize, sizeWithoutSpace } from "../policy-size.ts";
import { defineRule } from "../rule.ts";

const QUOTA = 2_048;

export default defineRule({
  issueCode: "POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA",
  findingType: "WARNING",
  title: "Policy size exceeds role trust policy quota",
  origin: "access-analyzer",
  appliesTo: ["trust"],
  why: "A trust policy holds 2,048 characters unless the quota of the account was raised (to 8,192 at most).",
  fix: "Shorten the policy, or ask for a higher quota.",
  facts: [],
  examples: {
    bad: {
      type: "trust",
      policy: `⟦{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "AWS": "123456789012" }, "Action": "sts:AssumeRole", "Condition": { "StringEquals": { "sts:ExternalId": "${"x".repeat(QUOTA)}" } } } }⟧`,
    },
    good: {
      type: "trust",
      policy: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "AWS": "123456789012" }, "Action": "sts:AssumeRole", "Condition": { "StringEquals": { "sts:ExternalId": "${"x".repeat(100)}" } } } }`,
    },
  },

  check: (policy) => oversize(policy, sizeWithoutSpace, QUOTA, "characters without white space"),
});
