import { conditionsOf } from "../condition-key.ts";
import { isAudience } from "../identity-provider.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "CONFIRM_AUDIENCE_CLAIM_TYPE",
  findingType: "SUGGESTION",
  title: "Confirm audience claim type",
  origin: "access-analyzer",
  appliesTo: ["trust"],
  why: "The audience of a token is one value with most providers, and qualifiers are for keys with several.",
  fix: "Drop the qualifier if the claim has one value.",
  facts: [],
  examples: {
    bad: {
      type: "trust",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/example.com/id" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "ForAnyValue:StringEquals": { ⟦"example.com/id:aud"⟧: "x" } } } ] }`,
    },
    good: {
      type: "trust",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/example.com/id" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "example.com/id:aud": "x" } } } ] }`,
    },
  },

  *check(policy) {
    const qualifiers: readonly unknown[] = ["ForAllValues", "ForAnyValue"];
    for (const { condition } of conditionsOf(policy))
      if (isAudience(condition.key) && qualifiers.includes(condition.operator.qualifier))
        yield {
          at: { keyOf: condition.keyMember },
          message:
            "Confirm that the audience of this provider has several values; otherwise drop the qualifier.",
        };
  },
});
