import { defineRule } from "../rule.ts";
import { asksForService, callerConditions } from "../service-principal-scope.ts";

export default defineRule({
  issueCode: "RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY",
  findingType: "WARNING",
  title: "RCP missing related principal condition key",
  origin: "access-analyzer",
  appliesTo: ["rcp"],
  why: "An RCP reaches AWS services too, and their requests do not match a key of the calling principal: services that work for you are denied.",
  fix: 'Add "BoolIfExists": { "aws:PrincipalIsAWSService": "false" } to the Condition.',
  facts: ["cond-principalorgid-blocks-aws-services"],
  examples: {
    bad: {
      type: "rcp",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*",
        "Condition": { "StringNotEqualsIfExists": { ⟦"aws:PrincipalOrgID"⟧: "o-a1b2c3d4e5" } } } ] }`,
    },
    good: {
      type: "rcp",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*",
        "Condition": { "StringNotEqualsIfExists": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }, "BoolIfExists": { "aws:PrincipalIsAWSService": "false" } } } ] }`,
    },
  },

  *check(policy) {
    for (const { statement, condition } of callerConditions(policy))
      if (!asksForService(statement, "false"))
        yield {
          at: { keyOf: condition.keyMember },
          message: `${condition.key} is compared for AWS services too: aws:PrincipalIsAWSService "false" is missing.`,
        };
  },
});
