import { defineRule } from "../rule.ts";
import { asksForService, sourceConditions } from "../service-principal-scope.ts";

export default defineRule({
  issueCode: "RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY",
  findingType: "WARNING",
  title: "RCP missing related service principal condition key",
  origin: "access-analyzer",
  appliesTo: ["rcp"],
  why: "Only requests of AWS services carry this key; a negated comparison without it holds for your own users and roles, which are then denied.",
  fix: 'Add "BoolIfExists": { "aws:PrincipalIsAWSService": "true" } to the Condition.',
  facts: ["cond-sourcearn-only-for-service-principals"],
  examples: {
    bad: {
      type: "rcp",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*",
        "Condition": { "StringNotEqualsIfExists": { ⟦"aws:SourceOrgID"⟧: "o-a1b2c3d4e5" }, "Null": { "aws:SourceAccount": "false" } } } ] }`,
    },
    good: {
      type: "rcp",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*",
        "Condition": { "StringNotEqualsIfExists": { "aws:SourceOrgID": "o-a1b2c3d4e5" }, "Null": { "aws:SourceAccount": "false" }, "BoolIfExists": { "aws:PrincipalIsAWSService": "true" } } } ] }`,
    },
  },

  *check(policy) {
    for (const { statement, condition } of sourceConditions(policy))
      if (!asksForService(statement, "true"))
        yield {
          at: { keyOf: condition.keyMember },
          message: `${condition.key} is compared for users and roles too: aws:PrincipalIsAWSService "true" is missing.`,
        };
  },
});
