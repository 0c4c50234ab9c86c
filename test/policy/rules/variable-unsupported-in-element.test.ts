import rule from "../../../src/policy/rules/variable-unsupported-in-element.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "a principal": {
      type: "resource",
      policy: policy(
        `"Effect": "Allow", "Principal": { "AWS": [⟦"arn:aws:iam::\${aws:PrincipalAccount}:root"⟧] }, "Action": "s3:*", "Resource": "*"`,
      ),
    },
    "NotAction and Sid": policy(
      `"Sid": ⟦"\${x}"⟧, "Effect": "Deny", "NotAction": ["s3:*", ⟦"\${a}:*"⟧], "Resource": "*"`,
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
  },
});
