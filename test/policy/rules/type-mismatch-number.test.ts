import rule from "../../../src/policy/rules/type-mismatch-number.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "a unit": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "NumericEquals": { "s3:max-keys": ["10", ⟦"10k"⟧] } }`,
    ),
    nothing: policy(
      `"Effect": "Deny", "Action": "s3:GetObject", "Resource": "*", "Condition": { "numericgreaterthanifexists": { "s3:max-keys": ⟦""⟧ } }`,
    ),
  },
  passes: {
    "a number": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "NumericEquals": { "s3:max-keys": 10 } }`,
    ),
    "a number with an exponent": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "NumericEquals": { "s3:max-keys": 1e3 } }`,
    ),
    "a fraction": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "NumericEquals": { "s3:max-keys": "-1.5" } }`,
    ),
    "a variable, which has its own code": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "NumericEquals": { "s3:max-keys": "\${aws:PrincipalTag/x}" } }`,
    ),
  },
});
