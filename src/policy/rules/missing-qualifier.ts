import { conditionsOf, isMultivalued } from "../condition-key.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "MISSING_QUALIFIER",
  findingType: "ERROR",
  title: "Missing qualifier",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "A request may hold several values of this key; without ForAllValues or ForAnyValue the condition does not say how many of them have to match.",
  fix: "Put ForAnyValue: before the operator if one matching value is enough, or ForAllValues: together with a Null test if all have to match.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "*",
          "Condition": { "StringEquals": { ⟦"aws:TagKeys"⟧: "team" } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "*",
          "Condition": { "ForAnyValue:StringEquals": { "aws:TagKeys": "team" } } } ] }`,
    },
  },

  *check(policy, { catalog }) {
    for (const { condition } of conditionsOf(policy)) {
      const { operator, key, keyMember } = condition;
      if (operator.qualifier || operator.family === "any" || operator.family === undefined) continue;
      const known = catalog.conditionKey(key);
      if (!known || !isMultivalued(known)) continue;
      yield {
        at: { keyOf: keyMember },
        message: `${key} holds several values, and ${operator.text} does not say how many of them have to match.`,
      };
    }
  },
});
