import { conditionsOf } from "../condition-key.ts";
import { scalarText } from "../model.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "INVALID_VPC_FORMAT",
  findingType: "ERROR",
  title: "Invalid vpc format",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "aws:SourceVpc holds the id of a VPC; a value of another form never matches.",
  fix: "Write an id: vpc- with 8 or 17 letters and digits.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:SourceVpc": ⟦"vpc_123"⟧ } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:SourceVpc": "vpc-0123456789abcdef0" } } } ] }`,
    },
  },

  *check(policy) {
    for (const { condition } of conditionsOf(policy)) {
      if (condition.key.toLowerCase() !== "aws:sourcevpc" || condition.operator.family === "any") continue;
      for (const value of condition.values) {
        const text = scalarText(value);
        if (!/[*?$]/.test(text) && !/^vpc-(?:[0-9a-z]{8}|[0-9a-z]{17})$/i.test(text))
          yield { at: value, message: "An id has the form vpc- with 8 or 17 letters and digits." };
      }
    }
  },
});
