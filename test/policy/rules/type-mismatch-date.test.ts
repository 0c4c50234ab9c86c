import rule from "../../../src/policy/rules/type-mismatch-date.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "a month that does not exist": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "DateGreaterThan": { "aws:CurrentTime": [⟦"2030-13-01"⟧] } }`,
    ),
    words: policy(
      `"Effect": "Deny", "Action": "s3:GetObject", "Resource": "*", "Condition": { "DateLessThan": { "aws:CurrentTime": ⟦"tomorrow"⟧ } }`,
    ),
  },
  passes: {
    "a day": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "DateLessThan": { "aws:CurrentTime": "2030-01-31" } }`,
    ),
    "an offset": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "DateLessThan": { "aws:CurrentTime": "2030-01-31T00:00:00.5+02:00" } }`,
    ),
    "seconds since 1970, which have their own code": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "DateLessThan": { "aws:EpochTime": "1893456000" } }`,
    ),
  },
});
