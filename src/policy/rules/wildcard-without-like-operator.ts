import { conditionsOf } from "../condition-key.ts";
import { hasWildcard } from "../glob.ts";
import { defineRule, everyType } from "../rule.ts";
import { shorten } from "../shorten.ts";

export default defineRule({
  issueCode: "WILDCARD_WITHOUT_LIKE_OPERATOR",
  findingType: "WARNING",
  title: "Wildcard without like operator",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "StringEquals and StringNotEquals take * and ? for plain characters, so the value matches only that text itself.",
  fix: "Use StringLike or StringNotLike, or take the wildcard out.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*",
          "Condition": { "StringEquals": { "aws:PrincipalTag/team": ["ops", ⟦"dev-*"⟧] } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*",
          "Condition": { "StringLike": { "aws:PrincipalTag/team": ["ops", "dev-*"] } } } ] }`,
    },
  },

  *check(policy) {
    for (const { condition } of conditionsOf(policy)) {
      const { operator, values } = condition;
      if (operator.family !== "String" || operator.base.endsWith("Like")) continue;
      for (const value of values)
        if (value.type === "string" && hasWildcard(value.value.replace(/\$\{[^}]*\}/g, "")))
          yield {
            at: value,
            message: `Under ${operator.text} the * and ? of ${shorten(value.value)} are plain characters.`,
          };
    }
  },
});
