import rule from "../../../src/policy/rules/unsupported-element-combination.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    resources: policy(`"Effect": "Deny", "Action": "s3:*", "Resource": ⟦"*"⟧, "NotResource": ⟦[]⟧`),
    principals: {
      type: "resource",
      policy: policy(
        `"Effect": "Deny", "Principal": ⟦"*"⟧, "NotPrincipal": ⟦{ "AWS": "111122223333" }⟧, "Action": "s3:*", "Resource": "*"`,
      ),
    },
  },
  passes: {
    "a plain statement": policy(`"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"`),
    "negations of different elements": policy(`"Effect": "Deny", "NotAction": "s3:*", "NotResource": "*"`),
    "both in two statements": `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }, { "Effect": "Deny", "NotAction": "s3:*", "Resource": "*" } ] }`,
  },
});
