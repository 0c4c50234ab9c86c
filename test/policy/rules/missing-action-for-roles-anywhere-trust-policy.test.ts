import rule from "../../../src/policy/rules/missing-action-for-roles-anywhere-trust-policy.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "one action missing": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Service": ⟦"rolesanywhere.amazonaws.com"⟧ }, "Action": ["sts:AssumeRole", "sts:TagSession"]`,
      ),
    },
    "one service of two": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Service": ["ec2.amazonaws.com", ⟦"rolesanywhere.amazonaws.com"⟧] }, "Action": "sts:AssumeRole"`,
      ),
    },
  },
  passes: {
    "a wildcard": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Service": "rolesanywhere.amazonaws.com" }, "Action": "sts:*"`,
      ),
    },
    "another service": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole"`,
      ),
    },
    "a Deny": {
      type: "trust",
      policy: policy(
        `"Effect": "Deny", "Principal": { "Service": "rolesanywhere.amazonaws.com" }, "Action": "sts:AssumeRole"`,
      ),
    },
  },
});
