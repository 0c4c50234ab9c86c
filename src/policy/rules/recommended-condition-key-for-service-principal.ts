import { defineRule } from "../rule.ts";
import { serviceGrants } from "../service-grants.ts";
import { shorten } from "../shorten.ts";

export default defineRule({
  issueCode: "RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL",
  findingType: "SUGGESTION",
  title: "Recommended condition key for service principal",
  origin: "access-analyzer",
  appliesTo: ["resource"],
  why: "A header that the caller writes does not say on whose behalf the service acts.",
  fix: "Test aws:SourceArn, aws:SourceAccount, aws:SourceOrgID or aws:SourceOrgPaths instead.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Principal": { "Service": ⟦"sns.amazonaws.com"⟧ }, "Action": "sqs:SendMessage",
          "Resource": "arn:aws:sqs:eu-west-1:123456789012:orders",
          "Condition": { "StringEquals": { "aws:Referer": "123456789012" } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Principal": { "Service": "sns.amazonaws.com" }, "Action": "sqs:SendMessage",
          "Resource": "arn:aws:sqs:eu-west-1:123456789012:orders",
          "Condition": { "ArnEquals": { "aws:SourceArn": "arn:aws:sns:eu-west-1:123456789012:orders" } } } ] }`,
    },
  },

  *check(policy) {
    for (const { services, namesSource, trustsCaller } of serviceGrants(policy)) {
      if (namesSource || !trustsCaller) continue;
      for (const { value } of services)
        yield {
          at: value,
          message: `${shorten(value.value)} is limited only by a header that its caller writes.`,
        };
    }
  },
});
