import { resourceArns } from "../resource-arns.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "INVALID_ARN_SERVICE_CASE",
  findingType: "ERROR",
  title: "Invalid ARN service case",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "Services are written in lower case in ARNs; IAM compares them to the letter.",
  fix: "Write the service in lower case.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ⟦"arn:aws:S3:::app/*"⟧ } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::app/*" } ] }`,
    },
  },

  *check(policy) {
    for (const { entry, arn } of resourceArns(policy)) {
      const service = arn.service.replace(/\$\{[^}]*\}/g, "");
      if (service !== service.toLowerCase())
        yield {
          at: entry,
          message: `The service ${arn.service} of this ARN is written with capital letters.`,
        };
    }
  },
});
