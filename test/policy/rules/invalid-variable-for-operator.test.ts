import rule from "../../../src/policy/rules/invalid-variable-for-operator.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "an IP address": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": [⟦"\${aws:PrincipalTag/ip}"⟧, "1.2.3.4"] } }`,
    ),
    "Bool in another case": policy(
      `"Effect": "Deny", "Action": "s3:GetObject", "Resource": "*", "Condition": { "boolIfExists": { "aws:SecureTransport": ⟦"\${aws:PrincipalTag/tls}"⟧ } }`,
    ),
  },
  passes: {
    "a string operator": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringLikeIfExists": { "s3:prefix": "\${aws:username}/*" } }`,
    ),
    "an ARN operator": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "ArnLike": { "aws:SourceArn": "arn:aws:s3:::\${aws:username}" } }`,
    ),
    "an unknown operator, which has its own code": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringIs": { "a:b": "\${aws:username}" } }`,
    ),
  },
});
