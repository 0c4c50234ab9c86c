import { defineRule, everyType } from "../rule.ts";
import { tagConditions } from "../tag-support.ts";

export default defineRule({
  issueCode: "ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE",
  findingType: "SUGGESTION",
  title: "Allow NotAction with unsupported tag condition key for service",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "NotAction takes in actions whose requests never carry the tag of a resource; for those the statement does nothing.",
  fix: "List the actions in Action instead.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "NotAction": ⟦"iam:*"⟧, "Resource": "*",
          "Condition": { "StringEquals": { ⟦"aws:ResourceTag/team"⟧: "ops" } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": ["ec2:StartInstances"], "Resource": "*",
          "Condition": { "StringEquals": { "aws:ResourceTag/team": "ops" } } } ] }`,
    },
  },

  *check(policy) {
    for (const { statement, condition } of tagConditions(policy, "Allow"))
      if (statement.notAction)
        yield {
          at: [statement.notAction.member.value, { keyOf: condition.keyMember }],
          message: `NotAction takes in actions that know no ${condition.key}; the statement never allows them.`,
        };
  },
});
