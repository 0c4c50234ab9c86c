import rule from "../../../src/policy/rules/scp-syntax-error-principal.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    NotPrincipal: {
      type: "scp",
      policy: policy(
        `"Effect": "Deny", "NotPrincipal": ⟦{ "AWS": "111122223333" }⟧, "Action": "s3:GetObject", "Resource": "*"`,
      ),
    },
    both: {
      type: "scp",
      policy: policy(
        `"NotPrincipal": ⟦{}⟧, "Effect": "Allow", "Principal": ⟦"*"⟧, "Action": "s3:GetObject", "Resource": "*"`,
      ),
    },
  },
  passes: {
    "a condition": {
      type: "scp",
      policy: policy(
        `"Effect": "Deny", "Action": "dynamodb:Query", "Resource": "*", "Condition": { "ArnNotLike": { "aws:PrincipalArn": "arn:aws:iam::*:role/admin" } }`,
      ),
    },
    "an RCP": {
      type: "rcp",
      policy: policy(`"Effect": "Deny", "Principal": "*", "Action": "s3:GetObject", "Resource": "*"`),
    },
    "an Allow": {
      type: "scp",
      policy: policy(`"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"`),
    },
  },
});
