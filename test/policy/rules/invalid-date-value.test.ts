import rule from "../../../src/policy/rules/invalid-date-value.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "a number": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "DateLessThan": { "aws:CurrentTime": ⟦1893456000⟧ } }`,
    ),
    "another key": policy(
      `"Effect": "Deny", "Action": "s3:GetObject", "Resource": "*", "Condition": { "dategreaterthan": { "aws:TokenIssueTime": [⟦"1"⟧] } }`,
    ),
  },
  passes: {
    "a day": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "DateLessThan": { "aws:CurrentTime": "2030-01-31" } }`,
    ),
    "words, which have their own code": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "DateLessThan": { "aws:CurrentTime": "tomorrow" } }`,
    ),
    "a numeric operator": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "NumericLessThan": { "aws:EpochTime": "1893456000" } }`,
    ),
  },
});
