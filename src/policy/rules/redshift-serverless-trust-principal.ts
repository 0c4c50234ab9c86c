import type { JsonString } from "../parse/json-tree.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "REDSHIFT_SERVERLESS_TRUST_PRINCIPAL",
  findingType: "SUGGESTION",
  title: "Redshift Serverless trust principal",
  origin: "iam-pitfalls",
  appliesTo: ["trust"],
  why: "A role for Redshift Serverless has to trust two services, a role for a provisioned cluster only one.",
  fix: "For Redshift Serverless trust both redshift-serverless.amazonaws.com and redshift.amazonaws.com. For a provisioned cluster nothing is to be done.",
  facts: ["redshift-serverless-trust-principals"],
  examples: {
    bad: {
      type: "trust",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "Service": ⟦"redshift.amazonaws.com"⟧ }, "Action": "sts:AssumeRole" } ] }`,
    },
    good: {
      type: "trust",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "Service": ["redshift.amazonaws.com", "redshift-serverless.amazonaws.com"] }, "Action": "sts:AssumeRole" } ] }`,
    },
  },

  *check(policy) {
    const trusted = policy.statements
      .filter(({ effect }) => effect === "Allow")
      .flatMap(({ principal }) => principal?.entries ?? [])
      .filter(({ kind }) => kind === "Service")
      .map(({ value }) => value);
    const find = (name: string): JsonString | undefined =>
      trusted.find(({ value }) => value.toLowerCase() === name);
    const provisioned = find("redshift.amazonaws.com");
    const serverless = find("redshift-serverless.amazonaws.com");
    if (provisioned && !serverless)
      yield {
        at: provisioned,
        message:
          "This is right for a provisioned cluster. If the role is for Redshift Serverless, it has to trust redshift-serverless.amazonaws.com too.",
      };
    // The role through which DMS loads into Redshift Serverless trusts DMS in place of Redshift.
    if (serverless && !provisioned && !find("dms.amazonaws.com"))
      yield {
        at: serverless,
        message: "If the role is for Redshift Serverless, it has to trust redshift.amazonaws.com too.",
      };
  },
});
