import rule from "../../../src/policy/rules/empty-object-principal.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "a trust policy": {
      type: "trust",
      policy: policy(`"Effect": "Allow", "Principal": ⟦{}⟧, "Action": "sts:AssumeRole"`),
    },
    NotPrincipal: {
      type: "resource",
      policy: policy(`"NotPrincipal": ⟦{ }⟧, "Effect": "Deny", "Action": "s3:GetObject", "Resource": "*"`),
    },
  },
  passes: {
    "a name": {
      type: "resource",
      policy: policy(
        `"Principal": { "AWS": "*" }, "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"`,
      ),
    },
    everyone: {
      type: "resource",
      policy: policy(`"Principal": "*", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"`),
    },
    "an identity policy, where no principal may stand": {
      type: "identity",
      policy: policy(`"Principal": {}, "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"`),
    },
  },
});
