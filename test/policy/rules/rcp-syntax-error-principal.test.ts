import rule from "../../../src/policy/rules/rcp-syntax-error-principal.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    NotPrincipal: {
      type: "rcp",
      policy: policy(
        `"Effect": "Deny", "NotPrincipal": ⟦{ "AWS": "111122223333" }⟧, "Action": "s3:GetObject", "Resource": "*"`,
      ),
    },
    "everyone by kind": {
      type: "rcp",
      policy: policy(`"Effect": "Deny", "Principal": ⟦{ "AWS": "*" }⟧, "Action": "s3:*", "Resource": "*"`),
    },
  },
  passes: {
    everyone: {
      type: "rcp",
      policy: policy(`"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*"`),
    },
    "a resource policy": {
      type: "resource",
      policy: policy(
        `"Effect": "Deny", "Principal": { "AWS": "111122223333" }, "Action": "s3:*", "Resource": "*"`,
      ),
    },
    "none, which has its own code": {
      type: "rcp",
      policy: policy(`"Effect": "Deny", "Action": "s3:GetObject", "Resource": "*"`),
    },
  },
});
