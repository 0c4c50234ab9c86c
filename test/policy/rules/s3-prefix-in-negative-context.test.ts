import rule from "../../../src/policy/rules/s3-prefix-in-negative-context.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "an Allow with a negated operator": policy(
      `"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*", "Condition": { "StringNotLikeIfExists": { ⟦"s3:prefix"⟧: "home/*" } }`,
    ),
    "another case": policy(
      `"Effect": "Deny", "Action": "s3:ListBucket", "Resource": "*", "Condition": { "stringequals": { ⟦"S3:Prefix"⟧: "home/*" } }`,
    ),
  },
  passes: {
    "an Allow": policy(
      `"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*", "Condition": { "StringEquals": { "s3:prefix": "home/*" } }`,
    ),
    "a Deny with a negated operator": policy(
      `"Effect": "Deny", "Action": "s3:ListBucket", "Resource": "*", "Condition": { "StringNotLike": { "s3:prefix": "home/*" } }`,
    ),
    Null: policy(
      `"Effect": "Deny", "Action": "dynamodb:Query", "Resource": "*", "Condition": { "Null": { "s3:prefix": "true" } }`,
    ),
    "another key": policy(
      `"Effect": "Deny", "Action": "s3:ListBucket", "Resource": "*", "Condition": { "StringLike": { "s3:delimiter": "home/*" } }`,
    ),
  },
});
