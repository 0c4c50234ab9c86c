import rule from "../../../src/policy/rules/rcp-allow-of-some-actions.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (...statements: readonly string[]): string =>
  `{ "Version": "2012-10-17", "Statement": [ ${statements.map((statement) => `{ ${statement} }`).join(", ")} ] }`;

testRule(rule, {
  flags: {
    "a service": {
      type: "rcp",
      policy: policy(`"Effect": ⟦"Allow"⟧, "Principal": "*", "Action": ["s3:*", "sts:*"], "Resource": "*"`),
    },
    "an action, with a condition": {
      type: "rcp",
      policy: policy(
        `"Effect": ⟦"Allow"⟧, "Principal": "*", "Action": "sts:AssumeRole", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }`,
      ),
    },
  },
  passes: {
    RCPFullAWSAccess: {
      type: "rcp",
      policy: policy(`"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"`),
    },
    "a Deny": {
      type: "rcp",
      policy: policy(
        `"Effect": "Deny", "Principal": "*", "Action": "s3:GetObject", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "false" } }`,
      ),
    },
    "an SCP": { type: "scp", policy: policy(`"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"`) },
  },
});
