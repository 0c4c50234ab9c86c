import rule from "../../../src/policy/rules/unsupported-space-in-variable.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "in the middle": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": ⟦"arn:aws:s3:::b/\${aws: username}"⟧`,
    ),
    "before a default value": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:userid": ⟦"\${aws:PrincipalTag/team , 'none'}"⟧ } }`,
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
    "empty braces, which have their own code": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "\${}"`,
    ),
  },
});
