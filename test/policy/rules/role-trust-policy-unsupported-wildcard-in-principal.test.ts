import rule from "../../../src/policy/rules/role-trust-policy-unsupported-wildcard-in-principal.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "a Deny": {
      type: "trust",
      policy: policy(`"Effect": "Deny", "Principal": ⟦"*"⟧, "Action": "sts:AssumeRole"`),
    },
    "with a condition": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": ⟦"*"⟧, "Action": "sts:AssumeRole", "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-1" } }`,
      ),
    },
  },
  passes: {
    "everyone by kind": {
      type: "trust",
      policy: policy(`"Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "sts:AssumeRole"`),
    },
    "an account": {
      type: "trust",
      policy: policy(`"Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole"`),
    },
    "a resource policy": {
      type: "resource",
      policy: policy(`"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*"`),
    },
  },
});
