import { conditionsOf } from "../condition-key.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "S3_PREFIX_IN_NEGATIVE_CONTEXT",
  findingType: "SECURITY_WARNING",
  title: "S3 prefix in negative context",
  origin: "access-analyzer",
  appliesTo: ["identity", "permissions-boundary", "resource", "scp"],
  why: "A prefix shorter than the one excluded lists the excluded objects all the same.",
  fix: "Allow the prefixes meant with StringEquals or StringLike, or deny all but them with a negated operator.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Deny", "Action": "s3:ListBucket", "Resource": "*", "Condition": { "StringLike": { ⟦"s3:prefix"⟧: "home/*" } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*", "Condition": { "StringLike": { "s3:prefix": "home/*" } } } ] }`,
    },
  },

  *check(policy) {
    for (const { statement, condition } of conditionsOf(policy)) {
      const { family, negated } = condition.operator;
      if (family !== "String" || condition.key.toLowerCase() !== "s3:prefix") continue;
      if (statement.effect !== undefined && negated === (statement.effect === "Allow"))
        yield {
          at: { keyOf: condition.keyMember },
          message:
            "This leaves out a prefix, and a listing with a shorter prefix shows what stands under it.",
        };
    }
  },
});
