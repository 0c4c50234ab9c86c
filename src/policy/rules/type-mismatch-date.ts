import { comparedValues } from "../compared-values.ts";
import { isDate, isEpoch } from "../dates.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "TYPE_MISMATCH_DATE",
  findingType: "WARNING",
  title: "Type mismatch date",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "Date operators compare with a date in ISO 8601 or in seconds since 1970; another value never matches.",
  fix: "Write a date such as 2030-01-31T00:00:00Z.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "DateLessThan": { "aws:CurrentTime": ⟦"31.01.2030"⟧ } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "DateLessThan": { "aws:CurrentTime": "2030-01-31T00:00:00Z" } } } ] }`,
    },
  },

  *check(policy) {
    for (const { value, text } of comparedValues(policy, ["Date"]))
      if (!isDate(text) && !isEpoch(text))
        yield { at: value, message: "This operator compares with a date." };
  },
});
