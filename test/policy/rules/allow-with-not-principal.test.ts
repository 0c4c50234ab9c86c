import rule from "../../../src/policy/rules/allow-with-not-principal.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "a list": {
      type: "resource",
      policy: policy(
        `"Effect": "Allow", "NotPrincipal": ⟦{ "AWS": ["111122223333", "444455556666"] }⟧, "Action": "s3:GetObject", "Resource": "*"`,
      ),
    },
    "one statement of two": {
      type: "resource",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*" }, { "Effect": "Allow", "NotPrincipal": ⟦{ "AWS": "111122223333" }⟧, "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
  },
  passes: {
    "a Deny": {
      type: "resource",
      policy: policy(
        `"Effect": "Deny", "NotPrincipal": { "AWS": "111122223333" }, "Action": "s3:GetObject", "Resource": "*"`,
      ),
    },
    Principal: {
      type: "resource",
      policy: policy(
        `"Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "s3:GetObject", "Resource": "*"`,
      ),
    },
    "a trust policy, which has its own code": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "NotPrincipal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole"`,
      ),
    },
  },
});
