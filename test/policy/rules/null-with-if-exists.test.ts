import rule from "../../../src/policy/rules/null-with-if-exists.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "another form": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { ⟦"nullIfExists"⟧: { "aws:TagKeys": "true" } }`,
    ),
    "a Deny": policy(
      `"Effect": "Deny", "Action": "s3:GetObject", "Resource": "*", "Condition": { ⟦"NullIfExists"⟧: { "aws:TagKeys": ["false"] } }`,
    ),
  },
  passes: {
    Null: policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "Null": { "aws:TagKeys": "false" } }`,
    ),
    "another operator": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "ForAllValues:StringEqualsIfExists": { "aws:TagKeys": "a" } }`,
    ),
    "no condition": policy(`"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"`),
  },
});
