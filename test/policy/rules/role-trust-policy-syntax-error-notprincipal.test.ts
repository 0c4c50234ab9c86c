import rule from "../../../src/policy/rules/role-trust-policy-syntax-error-notprincipal.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "a Deny": {
      type: "trust",
      policy: policy(
        `"Effect": "Deny", "NotPrincipal": ⟦{ "AWS": "111122223333" }⟧, "Action": "sts:AssumeRole"`,
      ),
    },
    "one statement of two": {
      type: "trust",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole" }, { "Effect": "Allow", "NotPrincipal": ⟦{}⟧, "Action": "sts:AssumeRole" } ] }`,
    },
  },
  passes: {
    Principal: {
      type: "trust",
      policy: policy(`"Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole"`),
    },
    "a resource policy": {
      type: "resource",
      policy: policy(
        `"Effect": "Deny", "NotPrincipal": { "AWS": "111122223333" }, "Action": "s3:GetObject", "Resource": "*"`,
      ),
    },
    "a service": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole"`,
      ),
    },
  },
});
