import rule from "../../../src/policy/rules/missing-quote-in-variable.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "no quotes": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": ⟦"arn:aws:s3:::b/\${aws:PrincipalTag/team, none}"⟧`,
    ),
    "the first quote": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": ⟦"arn:aws:s3:::b/\${aws:username,x'}"⟧`,
    ),
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
    "an empty default value": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/\${aws:username, ''}"`,
    ),
  },
});
