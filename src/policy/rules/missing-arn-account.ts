import { matchedArns } from "../resource-arns.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "MISSING_ARN_ACCOUNT",
  findingType: "ERROR",
  title: "Missing ARN account",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "Resources of this kind belong to an account; an ARN without one names nothing.",
  fix: "Name the 12 digits of the account, or write * for every account.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": ⟦"arn:aws:sqs:eu-west-1::orders"⟧ } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:*:orders" } ] }`,
    },
  },

  *check(policy, { catalog }) {
    const { accountlessServices } = catalog.reference;
    for (const { entry, arn, templates } of matchedArns(policy, catalog)) {
      if (arn.account !== "" || templates.length === 0 || accountlessServices.includes(arn.service)) continue;
      if (templates.every(({ account }) => account !== ""))
        yield {
          at: entry,
          message: `ARNs of this kind of ${arn.service} resource name an account; this one has none.`,
        };
    }
  },
});
