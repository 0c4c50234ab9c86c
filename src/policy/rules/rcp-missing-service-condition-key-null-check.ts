import { defineRule } from "../rule.ts";
import { requiresSource, sourceConditions } from "../service-principal-scope.ts";

export default defineRule({
  issueCode: "RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK",
  findingType: "WARNING",
  title: "RCP missing service condition key null check",
  origin: "access-analyzer",
  appliesTo: ["rcp"],
  why: "Not every service integration sends a source; where it is missing a negated comparison holds, and the integration is denied.",
  fix: 'Add "Null": { "aws:SourceAccount": "false" } (or aws:SourceArn) to the Condition.',
  facts: ["cond-rcp-confused-deputy-null-on-sourceaccount"],
  examples: {
    bad: {
      type: "rcp",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*",
        "Condition": { "StringNotEqualsIfExists": { ⟦"aws:SourceOrgID"⟧: "o-a1b2c3d4e5" }, "Bool": { "aws:PrincipalIsAWSService": "true" } } } ] }`,
    },
    good: {
      type: "rcp",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*",
        "Condition": { "StringNotEqualsIfExists": { "aws:SourceOrgID": "o-a1b2c3d4e5" }, "Null": { "aws:SourceAccount": "false" }, "Bool": { "aws:PrincipalIsAWSService": "true" } } } ] }`,
    },
  },

  *check(policy) {
    for (const { statement, condition } of sourceConditions(policy))
      if (!requiresSource(statement))
        yield {
          at: { keyOf: condition.keyMember },
          message: `${condition.key} is compared without a Null test that aws:SourceAccount or aws:SourceArn is there.`,
        };
  },
});
