import rule from "../../../src/policy/rules/redundant-condition-value-num.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    greater: policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "numericgreaterthanequals": { ⟦"s3:max-keys"⟧: [3, 1, 2] } }`,
    ),
    "the same value twice, in a Deny": policy(
      `"Effect": "Deny", "Action": "s3:GetObject", "Resource": "*", "Condition": { "NumericLessThanIfExists": { ⟦"s3:max-keys"⟧: ["1", "1"] } }`,
    ),
  },
  passes: {
    "one value": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "NumericLessThan": { "s3:max-keys": ["1"] } }`,
    ),
    equality: policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "NumericEquals": { "s3:max-keys": ["1", "2"] } }`,
    ),
    "what is no number, which has its own code": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "NumericLessThan": { "s3:max-keys": ["1", "x"] } }`,
    ),
  },
});
