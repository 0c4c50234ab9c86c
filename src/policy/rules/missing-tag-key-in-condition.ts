import { conditionsOf, isWithoutTag } from "../condition-key.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "MISSING_TAG_KEY_IN_CONDITION",
  findingType: "ERROR",
  title: "Missing tag key in condition",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "The condition keys of tags hold the value of one tag, which they name behind a slash.",
  fix: "Write aws:ResourceTag/<key of the tag>; use aws:TagKeys for the keys alone.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { ⟦"aws:ResourceTag"⟧: "a" } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/team": "a" } } } ] }`,
    },
  },

  *check(policy, { catalog }) {
    for (const { condition } of conditionsOf(policy))
      if (isWithoutTag(condition.key, catalog))
        yield {
          at: { keyOf: condition.keyMember },
          message: "The key of the tag is missing behind the slash.",
        };
  },
});
