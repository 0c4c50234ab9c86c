import rule from "../../../src/policy/rules/redshift-serverless-trust-principal.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "the serverless one alone": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Service": [⟦"redshift-serverless.amazonaws.com"⟧, "scheduler.amazonaws.com"] }, "Action": "sts:AssumeRole"`,
      ),
    },
    "another case": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Service": ⟦"Redshift.amazonaws.com"⟧ }, "Action": "sts:AssumeRole"`,
      ),
    },
  },
  passes: {
    "both, in two statements": {
      type: "trust",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "Service": "redshift.amazonaws.com" }, "Action": "sts:AssumeRole" }, { "Effect": "Allow", "Principal": { "Service": "redshift-serverless.amazonaws.com" }, "Action": "sts:AssumeRole" } ] }`,
    },
    "another service": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole"`,
      ),
    },
    "the role of DMS": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Service": ["dms.amazonaws.com", "redshift-serverless.amazonaws.com"] }, "Action": "sts:AssumeRole"`,
      ),
    },
    "a Deny": {
      type: "trust",
      policy: policy(
        `"Effect": "Deny", "Principal": { "Service": "redshift.amazonaws.com" }, "Action": "sts:AssumeRole"`,
      ),
    },
  },
});
