import { conditionsOf, valueType } from "../condition-key.ts";
import { defineRule, everyType } from "../rule.ts";

/** The operators that compare text with wildcards, and those that compare ARNs part by part. */
const arnOperators: ReadonlyMap<string, string> = new Map([
  ["StringLike", "ArnLike"],
  ["StringNotLike", "ArnNotLike"],
]);

export default defineRule({
  issueCode: "STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS",
  findingType: "SECURITY_WARNING",
  title: "String like operator with ARN condition keys",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "Under a String operator a * runs over the colons of an ARN and so may match other accounts and services; ARN operators match part by part.",
  fix: "Use ArnLike or ArnNotLike for this key.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::123456789012:role/app",
          "Condition": { "StringLike": { ⟦"iam:AssociatedResourceArn"⟧: "arn:aws:ec2:*:123456789012:instance/*" } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::123456789012:role/app",
          "Condition": { "ArnLike": { "iam:AssociatedResourceArn": "arn:aws:ec2:*:123456789012:instance/*" } } } ] }`,
    },
  },

  *check(policy, { catalog }) {
    for (const { condition } of conditionsOf(policy)) {
      const { operator, key, keyMember } = condition;
      const better = arnOperators.get(operator.base);
      const known = better && catalog.conditionKey(key);
      if (!better || !known || valueType(known) !== "ARN") continue;
      yield {
        at: { keyOf: keyMember },
        message: `${key} holds an ARN, which ${operator.text} compares as plain text; ${better} compares it part by part.`,
      };
    }
  },
});
