import { defineRule, everyType } from "../rule.ts";
import { unsupportedTags } from "../tag-support.ts";

export default defineRule({
  issueCode: "ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE",
  findingType: "SUGGESTION",
  title: "Allow with unsupported tag condition key for service",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "Requests for these actions never carry the tag of a resource, so the statement does not allow them.",
  fix: "Move these actions to a statement without the tag condition, and name their resources there.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": ["ec2:StartInstances", ⟦"s3:ListAllMyBuckets"⟧], "Resource": "*",
          "Condition": { "StringEquals": { ⟦"aws:ResourceTag/team"⟧: "ops" } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": ["ec2:StartInstances"], "Resource": "*",
          "Condition": { "StringEquals": { "aws:ResourceTag/team": "ops" } } } ] }`,
    },
  },

  *check(policy, { catalog }) {
    for (const { condition, service, actions } of unsupportedTags(policy, "Allow", catalog))
      yield {
        at: [...actions, { keyOf: condition.keyMember }],
        message: `${actions.length} of the actions of ${service} know no ${condition.key}; the statement never allows them.`,
      };
  },
});
