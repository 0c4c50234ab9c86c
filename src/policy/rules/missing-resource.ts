import { lacks } from "../grammar.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "MISSING_RESOURCE",
  findingType: "ERROR",
  title: "Missing resource",
  origin: "access-analyzer",
  appliesTo: ["identity", "permissions-boundary", "scp", "rcp", "resource"],
  why: "Outside role trust policies a statement has to say which resources it is about.",
  fix: 'Add Resource (or NotResource); "*" means every resource.',
  facts: [],
  otherFacts: ["kms-statement-without-resource-has-no-effect"],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ ⟦{ "Effect": "Allow", "Action": "s3:GetObject" }⟧ ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
  },

  *check(policy) {
    for (const { node, action } of policy.statements) {
      if (!lacks(node, "Resource", "NotResource")) continue;
      // The policy of an ECR repository is about that repository alone and has no Resource.
      if (policy.type === "resource" && action?.values.every(({ value }) => /^ecr:/i.test(value))) continue;
      const isOfKey =
        policy.type === "resource" && action?.values.some(({ value }) => /^kms:/i.test(value)) === true;
      yield {
        at: node,
        message: "The statement does not say which resources it is about.",
        ...(isOfKey && { facts: ["kms-statement-without-resource-has-no-effect"] }),
      };
    }
  },
});
