import { isLiteral } from "../arn.ts";
import { resourceArns } from "../resource-arns.ts";
import { defineRule, everyType } from "../rule.ts";
import { shorten } from "../shorten.ts";

export default defineRule({
  issueCode: "INVALID_ARN_ACCOUNT",
  findingType: "ERROR",
  title: "Invalid ARN account",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "An account is a number of 12 digits; an ARN with another account names nothing.",
  fix: "Write the 12 digits of the account id, or * for every account.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": ⟦"arn:aws:sqs:eu-west-1:1234-5678-9012:orders"⟧ } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:123456789012:orders" } ] }`,
    },
  },

  *check(policy, { catalog }) {
    for (const { entry, arn } of resourceArns(policy)) {
      const { account, service } = arn;
      if (!isLiteral(account) || account === "aws" || /^\d{12}$/.test(account)) continue;
      // Some services write a word in this place, as their templates do.
      if (catalog.arnTemplates(service).some((template) => template.account === account)) continue;
      yield { at: entry, message: `${shorten(account)} is no account: an account id has 12 digits.` };
    }
  },
});
