import { defineRule } from "../rule.ts";
import { serviceGrants } from "../service-grants.ts";

const NEVER_SENT: ReadonlySet<string> = new Set(["aws:principalorgid", "aws:principalorgpaths"]);

export default defineRule({
  issueCode: "UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL",
  findingType: "ERROR",
  title: "Unsupported condition key for service principal",
  origin: "access-analyzer",
  appliesTo: ["resource"],
  why: "A service principal belongs to no organization of yours, so its requests do not carry this key and the statement never applies.",
  fix: "Use aws:SourceOrgID, aws:SourceOrgPaths, aws:SourceAccount or aws:SourceArn.",
  facts: ["cond-principalorgid-blocks-aws-services"],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Principal": { "Service": "cloudfront.amazonaws.com" }, "Action": "sqs:SendMessage",
          "Resource": "arn:aws:sqs:eu-west-1:123456789012:orders",
          "Condition": { "StringEquals": { ⟦"aws:PrincipalOrgID"⟧: "o-a1b2c3d4e5", "aws:SourceAccount": "123456789012" } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Principal": { "Service": "cloudfront.amazonaws.com" }, "Action": "sqs:SendMessage",
          "Resource": "arn:aws:sqs:eu-west-1:123456789012:orders",
          "Condition": { "StringEquals": { "aws:SourceOrgID": "o-a1b2c3d4e5" } } } ] }`,
    },
  },

  *check(policy) {
    for (const { statement, services } of serviceGrants(policy)) {
      if (services.length !== statement.principal?.entries.length) continue;
      for (const { operator, key, keyMember } of statement.conditions)
        if (NEVER_SENT.has(key.toLowerCase()) && !operator.ifExists && operator.family !== "any")
          yield { at: { keyOf: keyMember }, message: `Requests of service principals do not carry ${key}.` };
    }
  },
});
