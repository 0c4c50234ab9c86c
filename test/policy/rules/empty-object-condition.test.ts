import rule from "../../../src/policy/rules/empty-object-condition.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "an operator without keys": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": ⟦{}⟧, "Bool": { "aws:SecureTransport": "true" } }`,
    ),
    "a Deny": policy(`"Effect": "Deny", "Action": "s3:GetObject", "Resource": "*", "Condition": ⟦{}⟧`),
  },
  passes: {
    "no condition": policy(`"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"`),
    "a condition": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "true" } }`,
    ),
    "a wrong type, which has its own code": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": []`,
    ),
  },
});
