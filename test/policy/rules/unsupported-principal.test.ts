import rule from "../../../src/policy/rules/unsupported-principal.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    NotPrincipal: {
      type: "identity",
      policy: policy(
        `"Effect": "Deny", "NotPrincipal": ⟦{ "AWS": "111122223333" }⟧, "Action": "s3:GetObject", "Resource": "*"`,
      ),
    },
    "a permissions boundary": {
      type: "permissions-boundary",
      policy: policy(`"Effect": "Allow", "Principal": ⟦{}⟧, "Action": "s3:GetObject", "Resource": "*"`),
    },
  },
  passes: {
    "a resource policy": {
      type: "resource",
      policy: policy(`"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*"`),
    },
    "no principal": {
      type: "identity",
      policy: policy(`"Effect": "Deny", "Action": "s3:GetObject", "Resource": "*"`),
    },
    "an SCP, which has its own code": {
      type: "scp",
      policy: policy(`"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*"`),
    },
  },
});
