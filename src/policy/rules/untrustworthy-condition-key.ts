import { conditionsOf } from "../condition-key.ts";
import { defineRule, everyType } from "../rule.ts";
import { SET_BY_CALLER, serviceGrants } from "../service-grants.ts";

export default defineRule({
  issueCode: "UNTRUSTWORTHY_CONDITION_KEY",
  findingType: "SECURITY_WARNING",
  title: "Untrustworthy condition key",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "The caller writes this header itself, so the condition keeps nobody out.",
  fix: "Test a key that AWS sets, such as aws:PrincipalArn, aws:SourceVpce or aws:SourceArn.",
  facts: ["cond-referer-useragent-spoofable"],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*",
          "Condition": { "StringLike": { ⟦"aws:UserAgent"⟧: "app/*" } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*",
          "Condition": { "StringEquals": { "aws:SourceVpce": "vpce-0a1b2c3d" } } } ] }`,
    },
  },

  *check(policy) {
    const ofServices = new Set(serviceGrants(policy).map(({ statement }) => statement));
    for (const { statement, condition } of conditionsOf(policy)) {
      if (!SET_BY_CALLER.has(condition.key.toLowerCase())) continue;
      // A service principal that is limited in this way has a check of its own.
      if (ofServices.has(statement)) continue;
      yield {
        at: { keyOf: condition.keyMember },
        message: `The caller chooses the value of ${condition.key}.`,
      };
    }
  },
});
