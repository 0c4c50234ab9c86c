import { comparedValues } from "../compared-values.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "TYPE_MISMATCH_BOOLEAN",
  findingType: "WARNING",
  title: "Type mismatch Boolean",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "Bool and Null compare with true or false; another value never matches.",
  fix: 'Write "true" or "false".',
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": ⟦"yes"⟧ } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "true" } } } ] }`,
    },
  },

  *check(policy) {
    for (const { value, text } of comparedValues(policy, ["Bool", "any"]))
      if (!/^(?:true|false)$/i.test(text))
        yield { at: value, message: "This operator compares with true or false." };
  },
});
