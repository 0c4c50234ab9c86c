import { matchedArns } from "../resource-arns.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "ARN_ACCOUNT_NOT_ALLOWED",
  findingType: "ERROR",
  title: "ARN account not allowed",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "Resources of this kind have no account in their ARNs; with one the ARN names nothing.",
  fix: "Leave the account empty: two colons stand together.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ⟦"arn:aws:s3::123456789012:app/*"⟧ } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::app/*" } ] }`,
    },
  },

  *check(policy, { catalog }) {
    for (const { entry, arn, templates } of matchedArns(policy, catalog)) {
      if (!/^\d{12}$/.test(arn.account) || templates.length === 0) continue;
      if (templates.every(({ account }) => account === ""))
        yield { at: entry, message: `ARNs of this kind of ${arn.service} resource have no account.` };
    }
  },
});
