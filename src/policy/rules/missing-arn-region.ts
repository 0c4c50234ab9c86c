import { matchedArns } from "../resource-arns.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "MISSING_ARN_REGION",
  findingType: "ERROR",
  title: "Missing ARN Region",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "Resources of this kind live in a Region; an ARN without one names nothing.",
  fix: "Name the Region, or write * for every Region.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": ⟦"arn:aws:sqs::123456789012:orders"⟧ } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:*:123456789012:orders" } ] }`,
    },
  },

  *check(policy, { catalog }) {
    for (const { entry, arn, templates } of matchedArns(policy, catalog)) {
      if (arn.region !== "" || templates.length === 0) continue;
      if (templates.every(({ region }) => region !== ""))
        yield {
          at: entry,
          message: `ARNs of this kind of ${arn.service} resource name a Region; this one has none.`,
        };
    }
  },
});
