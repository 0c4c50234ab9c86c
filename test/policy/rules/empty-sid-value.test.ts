import rule from "../../../src/policy/rules/empty-sid-value.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "a Deny": policy(`"Sid": ⟦""⟧, "Effect": "Deny", "Action": "s3:GetObject", "Resource": "*"`),
    "a resource policy": {
      type: "resource",
      policy: policy(
        `"Sid": ⟦""⟧, "Principal": "*", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"`,
      ),
    },
  },
  passes: {
    "a name": policy(`"Sid": "a", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"`),
    none: policy(`"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"`),
    "a blank, which has its own code": policy(
      `"Sid": " ", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"`,
    ),
  },
});
