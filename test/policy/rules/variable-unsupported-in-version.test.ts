import rule from "../../../src/policy/rules/variable-unsupported-in-version.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "no version": `{ "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": [⟦"arn:aws:s3:::b/\${aws:username}"⟧] } }`,
    "a condition value": `{ "Version": "2008-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringLike": { "s3:prefix": ⟦"\${aws:username}/*"⟧ } } } }`,
  },
  passes: {
    "a sound variable": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/\${aws:username}/*"`,
    ),
    escapes: policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/\${*}/\${?}/\${$}"`,
    ),
    "no variable": policy(`"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"`),
    "a default value": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:userid": "\${aws:PrincipalTag/team, 'no team'}" } }`,
    ),
    "an old version without variables": `{ "Version": "2008-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } }`,
  },
});
