import rule from "../../../src/policy/rules/type-mismatch-string.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "a wrong length": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "BinaryEquals": { "a:b": ["QUJD", ⟦"QUJ"⟧] } }`,
    ),
    nothing: policy(
      `"Effect": "Deny", "Action": "s3:GetObject", "Resource": "*", "Condition": { "binaryequals": { "a:b": ⟦""⟧ } }`,
    ),
  },
  passes: {
    padding: policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "BinaryEquals": { "a:b": "QUI=" } }`,
    ),
    "a string operator": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:username": "a!" } }`,
    ),
    "a variable, which has its own code": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "BinaryEquals": { "a:b": "\${aws:PrincipalTag/x}" } }`,
    ),
  },
});
