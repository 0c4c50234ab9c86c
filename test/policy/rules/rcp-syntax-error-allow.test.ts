import rule from "../../../src/policy/rules/rcp-syntax-error-allow.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "a resource": {
      type: "rcp",
      policy: policy(`"Effect": ⟦"Allow"⟧, "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::b"`),
    },
    NotResource: {
      type: "rcp",
      policy: policy(
        `"Effect": ⟦"Allow"⟧, "Principal": "*", "Action": "s3:*", "NotResource": "arn:aws:s3:::b"`,
      ),
    },
  },
  passes: {
    "the policy of AWS": {
      type: "rcp",
      policy: policy(`"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"`),
    },
    "a Deny": {
      type: "rcp",
      policy: policy(`"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::b"`),
    },
    "a resource policy": {
      type: "resource",
      policy: policy(`"Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::b"`),
    },
  },
});
