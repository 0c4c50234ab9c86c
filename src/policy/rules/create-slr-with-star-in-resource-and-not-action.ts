import { createServiceLinkedRole, unrestrictedGrants } from "../role-grants.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION",
  findingType: "WARNING",
  title: "Create SLR with star in resource and NotAction",
  origin: "access-analyzer",
  appliesTo: ["identity", "scp", "permissions-boundary"],
  why: "A service-linked role lets its AWS service act in the account; who may create any of them can let in services that nobody meant to use.",
  fix: "Name the ARNs of the service-linked roles in Resource, or limit the service with iam:AWSServiceName under StringEquals.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow",
          "NotAction": ⟦["s3:*", "iam:Get*"]⟧,
          "Resource": ⟦"*"⟧ } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow",
          "NotAction": ["s3:*", "iam:Get*"],
          "Resource": "*",
          "Condition": { "StringEquals": { "iam:AWSServiceName": "autoscaling.amazonaws.com" } } } ] }`,
    },
  },

  check: (policy) =>
    unrestrictedGrants(policy, createServiceLinkedRole, { action: "not-action", resource: "star" }),
});
