import { defineRule } from "../rule.ts";
import { serviceGrants } from "../service-grants.ts";
import { shorten } from "../shorten.ts";

export default defineRule({
  issueCode: "RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL",
  findingType: "SECURITY_WARNING",
  title: "Restrict access to service principal",
  origin: "access-analyzer",
  appliesTo: ["resource"],
  why: "The service acts for all its customers; without a source anyone can have it act on this resource (the confused deputy).",
  fix: "Test aws:SourceArn, aws:SourceAccount, aws:SourceOrgID or aws:SourceOrgPaths.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Principal": { "Service": ⟦"sns.amazonaws.com"⟧ }, "Action": "sqs:SendMessage",
          "Resource": "arn:aws:sqs:eu-west-1:123456789012:orders" } ] }`,
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
      if (namesSource || trustsCaller) continue;
      for (const { value } of services)
        yield { at: value, message: `${shorten(value.value)} is let in on behalf of anyone.` };
    }
  },
});
