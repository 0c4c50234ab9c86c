import rule from "../../../src/policy/rules/empty-variable.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "a condition value": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:userid": ⟦"\${}"⟧ } }`,
    ),
    NotResource: policy(`"Effect": "Deny", "Action": "s3:*", "NotResource": [⟦"arn:aws:s3:::\${}"⟧, "*"]`),
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
  },
});
