import rule from "../../../src/policy/rules/missing-effect.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "a single statement": `{ "Version": "2012-10-17", "Statement": ⟦{ "Resource": "*" }⟧ }`,
    "an empty one among others": `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }, ⟦{}⟧ ] }`,
  },
  passes: {
    "a complete statement": policy(`"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"`),
    "a Deny": policy(`"Effect": "Deny", "NotAction": "s3:*", "Resource": "*"`),
    "a wrong case, which has its own code": policy(
      `"effect": "Allow", "action": "s3:GetObject", "Resource": "*"`,
    ),
    "a wrong type, which has its own code": policy(`"Effect": 1, "Action": 1, "Resource": "*"`),
  },
});
