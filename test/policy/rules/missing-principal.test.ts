import rule from "../../../src/policy/rules/missing-principal.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "a trust policy": {
      type: "trust",
      policy: `{ "Version": "2012-10-17", "Statement": ⟦{ "Effect": "Allow", "Action": "sts:AssumeRole" }⟧ }`,
    },
    "one statement of two in an RCP": {
      type: "rcp",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*" }, ⟦{ "Effect": "Deny", "Action": "s3:*", "Resource": "*" }⟧ ] }`,
    },
  },
  passes: {
    "an identity policy": policy(`"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"`),
    NotPrincipal: {
      type: "resource",
      policy: policy(
        `"Effect": "Deny", "NotPrincipal": { "AWS": "111122223333" }, "Action": "s3:*", "Resource": "*"`,
      ),
    },
    "an SCP": { type: "scp", policy: policy(`"Effect": "Deny", "Action": "s3:GetObject", "Resource": "*"`) },
    "a wrong case, which has its own code": {
      type: "resource",
      policy: policy(`"principal": "*", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"`),
    },
  },
});
