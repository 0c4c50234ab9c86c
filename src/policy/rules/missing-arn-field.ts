import { isLiteral, splitFields } from "../arn.ts";
import { resourceEntries } from "../resource-arns.ts";
import { defineRule, everyType } from "../rule.ts";
import { shorten } from "../shorten.ts";

const FIELDS = ["arn", "partition", "service", "region", "account", "resource"];

export default defineRule({
  issueCode: "MISSING_ARN_FIELD",
  findingType: "ERROR",
  title: "Missing ARN field",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "An ARN has six parts; with fewer it names no resource, and the statement never applies.",
  fix: "Write arn:partition:service:region:account:resource, leaving parts empty where the service does.",
  facts: [],
  otherFacts: ["iam-session-policy-incomplete-arn-malformed"],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": [⟦"arn:aws:s3:app"⟧, "arn:aws:s3:::app/*"] } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::app/*"] } ] }`,
    },
  },

  *check(policy) {
    for (const statement of policy.statements)
      for (const entry of resourceEntries(statement)) {
        const { value } = entry;
        if (!value.startsWith("arn:") || !isLiteral(value)) continue;
        const missing = FIELDS.slice(splitFields(value).length);
        if (missing.length > 0)
          yield {
            at: entry,
            message: `${shorten(value)} has no part for: ${missing.join(", ")}.`,
            ...(policy.type === "identity" && { facts: ["iam-session-policy-incomplete-arn-malformed"] }),
          };
      }
  },
});
