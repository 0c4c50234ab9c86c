import { passRole, unrestrictedGrants } from "../role-grants.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE",
  findingType: "SECURITY_WARNING",
  title: "Pass role with star in action and NotResource",
  origin: "access-analyzer",
  appliesTo: ["identity", "scp", "permissions-boundary"],
  why: "Who may pass any role to a service can act with the power of the strongest role in the account.",
  fix: "Name the role ARNs in Resource, or limit the service with iam:PassedToService under StringEquals.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow",
          "Action": ⟦"iam:*"⟧,
          "NotResource": ⟦"arn:aws:iam::123456789012:role/admin"⟧ } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow",
          "Action": "iam:*",
          "NotResource": "arn:aws:iam::123456789012:role/admin",
          "Condition": { "StringEquals": { "iam:PassedToService": "ec2.amazonaws.com" } } } ] }`,
    },
  },

  check: (policy) => unrestrictedGrants(policy, passRole, { action: "wildcard", resource: "not-resource" }),
});
