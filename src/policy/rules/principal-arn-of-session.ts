import { parseArn } from "../arn.ts";
import { conditionsOf } from "../condition-key.ts";
import { scalarText } from "../model.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "PRINCIPAL_ARN_OF_SESSION",
  findingType: "WARNING",
  title: "PrincipalArn compared with the ARN of a session",
  origin: "iam-pitfalls",
  appliesTo: everyType,
  why: "For a session of a role aws:PrincipalArn holds the ARN of the role. The ARN of the session, which GetCallerIdentity shows, never matches it.",
  fix: "Write the ARN of the role, arn:aws:iam::<account>:role/<path and name>. To tell sessions of one role apart compare aws:userid.",
  facts: ["cond-principalarn-role-not-session-arn"],
  examples: {
    bad: {
      type: "resource",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::b/*", "Condition": { "ArnNotLike": { "aws:PrincipalArn": ⟦"arn:aws:sts::111122223333:assumed-role/ci/*"⟧ } } } ] }`,
    },
    good: {
      type: "resource",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::b/*", "Condition": { "ArnNotLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/ci" } } } ] }`,
    },
  },

  *check(policy) {
    for (const { condition } of conditionsOf(policy)) {
      const { key, operator, values } = condition;
      if (key.toLowerCase() !== "aws:principalarn" || operator.family === "any") continue;
      for (const value of values)
        if (parseArn(scalarText(value))?.resource.startsWith("assumed-role/"))
          yield {
            at: value,
            message: operator.negated
              ? `${key} is never the ARN of a session, so that ${operator.text} spares nobody here.`
              : `${key} is never the ARN of a session, so that this value matches nobody.`,
          };
    }
  },
});
