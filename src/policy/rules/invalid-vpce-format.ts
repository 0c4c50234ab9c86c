import { conditionsOf } from "../condition-key.ts";
import { scalarText } from "../model.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "INVALID_VPCE_FORMAT",
  findingType: "ERROR",
  title: "Invalid vpce format",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "aws:SourceVpce holds the id of a VPC endpoint; a value of another form never matches.",
  fix: "Write an id: vpce- with 8 or 17 letters and digits.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:SourceVpce": ⟦"vpce_123"⟧ } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:SourceVpce": "vpce-0123456789abcdef0" } } } ] }`,
    },
  },

  *check(policy) {
    for (const { condition } of conditionsOf(policy)) {
      if (condition.key.toLowerCase() !== "aws:sourcevpce" || condition.operator.family === "any") continue;
      for (const value of condition.values) {
        const text = scalarText(value);
        if (!/[*?$]/.test(text) && !/^vpce-(?:[0-9a-z]{8}|[0-9a-z]{17})$/i.test(text))
          yield { at: value, message: "An id has the form vpce- with 8 or 17 letters and digits." };
      }
    }
  },
});
