import { passRole, unrestrictedGrants } from "../role-grants.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE",
  findingType: "SECURITY_WARNING",
  title: "Pass role with NotAction and NotResource",
  origin: "access-analyzer",
  appliesTo: ["identity", "scp", "permissions-boundary"],
  why: "Who may pass any role to a service can act with the power of the strongest role in the account.",
  fix: "Name the role ARNs in Resource, or limit the service with iam:PassedToService under StringEquals.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow",
          "NotAction": ⟦["s3:*", "iam:Get*"]⟧,
          "NotResource": ⟦"arn:aws:iam::123456789012:role/admin"⟧ } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow",
          "NotAction": ["s3:*", "iam:Get*"],
          "NotResource": "arn:aws:iam::123456789012:role/admin",
          "Condition": { "StringEquals": { "iam:PassedToService": "ec2.amazonaws.com" } } } ] }`,
    },
  },

  check: (policy) => unrestrictedGrants(policy, passRole, { action: "not-action", resource: "not-resource" }),
});
