import { isLiteral } from "../arn.ts";
import { matchedArns } from "../resource-arns.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "ARN_REGION_NOT_ALLOWED",
  findingType: "ERROR",
  title: "ARN Region not allowed",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "Resources of this kind have no Region in their ARNs; with one the ARN names nothing.",
  fix: "Leave the Region empty: two colons stand together.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "iam:GetRole", "Resource": ⟦"arn:aws:iam:us-east-1:123456789012:role/app"⟧ } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "iam:GetRole", "Resource": "arn:aws:iam::123456789012:role/app" } ] }`,
    },
  },

  *check(policy, { catalog }) {
    for (const { entry, arn, templates } of matchedArns(policy, catalog)) {
      if (!isLiteral(arn.region) || templates.length === 0) continue;
      if (templates.every(({ region }) => region === ""))
        yield { at: entry, message: `ARNs of this kind of ${arn.service} resource have no Region.` };
    }
  },
});
