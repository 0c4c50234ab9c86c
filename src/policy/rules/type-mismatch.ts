import { conditionsOf, valueType } from "../condition-key.ts";
import type { OperatorFamily } from "../condition-operator.ts";
import { defineRule, everyType } from "../rule.ts";

/** The families that fit a type of key. Text is what ARNs are, and IAM compares either with both. */
const fitting: Readonly<Record<string, readonly OperatorFamily[]>> = {
  String: ["String", "Arn"],
  ARN: ["Arn", "String"],
  Bool: ["Bool"],
  Numeric: ["Numeric"],
  Date: ["Date", "Numeric"],
  IPAddress: ["IpAddress"],
};

const remedies: Readonly<Record<string, string>> = {
  String: "Use StringEquals or StringLike, or their negations.",
  ARN: "Use ArnLike or ArnNotLike.",
  Bool: 'Use Bool with "true" or "false".',
  Numeric: "Use a numeric operator, such as NumericLessThanEquals.",
  Date: "Use a date operator, such as DateLessThan.",
  IPAddress: "Use IpAddress or NotIpAddress.",
};

export default defineRule({
  issueCode: "TYPE_MISMATCH",
  findingType: "WARNING",
  title: "Type mismatch",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "An operator that does not fit the type of the key compares the wrong things, and often never matches.",
  fix: "Use an operator of the type that the key has.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*",
          "Condition": { "StringEquals": { ⟦"aws:ViaAWSService"⟧: "true" } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*",
          "Condition": { "Bool": { "aws:ViaAWSService": "true" } } } ] }`,
    },
  },

  *check(policy, { catalog }) {
    for (const { condition } of conditionsOf(policy)) {
      const { operator, key, keyMember } = condition;
      const { family } = operator;
      if (family === undefined || family === "any") continue;
      const known = catalog.conditionKey(key);
      const fits = known && fitting[valueType(known)];
      if (!known || !fits || fits.includes(family)) continue;
      yield {
        at: { keyOf: keyMember },
        message: `${key} is of the type ${valueType(known)}, which ${operator.text} does not compare.`,
        ...(remedies[valueType(known)] !== undefined && { fix: remedies[valueType(known)] }),
      };
    }
  },
});
