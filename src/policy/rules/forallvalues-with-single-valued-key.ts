import { conditionsOf, isMultivalued } from "../condition-key.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "FORALLVALUES_WITH_SINGLE_VALUED_KEY",
  findingType: "SECURITY_WARNING",
  title: "ForAllValues with single valued key",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "ForAllValues is also true when a request does not have the key at all, so an Allow gives more than it reads; a key with one value does not need it.",
  fix: "Remove ForAllValues: from the operator.",
  facts: ["policy-forallvalues-vacuous-truth", "cond-multivalued-by-request-not-policy"],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*",
          "Condition": { "ForAllValues:StringEquals": { ⟦"aws:PrincipalOrgID"⟧: "o-a1b2c3d4e5" } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*",
          "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } } ] }`,
    },
  },

  *check(policy, { catalog }) {
    for (const { statement, condition } of conditionsOf(policy)) {
      const { operator, key, keyMember } = condition;
      if (statement.effect !== "Allow" || operator.qualifier !== "ForAllValues" || operator.family === "any")
        continue;
      const known = catalog.conditionKey(key);
      if (!known || isMultivalued(known)) continue;
      yield {
        at: { keyOf: keyMember },
        message: `${key} has one value; with ForAllValues the condition is also true for requests without the key.`,
      };
    }
  },
});
