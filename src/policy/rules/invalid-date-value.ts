import { comparedValues } from "../compared-values.ts";
import { isEpoch } from "../dates.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "INVALID_DATE_VALUE",
  findingType: "WARNING",
  title: "Invalid date value",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "A number of seconds since 1970 is taken, but a reader cannot see which day it is.",
  fix: "Write a date such as 2030-01-31T00:00:00Z.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "DateLessThan": { "aws:CurrentTime": ⟦"1893456000"⟧ } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "DateLessThan": { "aws:CurrentTime": "2030-01-31T00:00:00Z" } } } ] }`,
    },
  },

  *check(policy) {
    for (const { value, text } of comparedValues(policy, ["Date"]))
      if (isEpoch(text))
        yield {
          at: value,
          message: "Seconds since 1970 are hard to read and easily wrong; a date in ISO 8601 is neither.",
        };
  },
});
