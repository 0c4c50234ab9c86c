import rule from "../../../src/policy/rules/rcp-syntax-error-action.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    everything: {
      type: "rcp",
      policy: policy(`"Effect": "Deny", "Principal": "*", "Action": ⟦"*"⟧, "Resource": "*"`),
    },
    "an action of every service": {
      type: "rcp",
      policy: policy(
        `"Effect": "Deny", "Principal": "*", "Action": ["s3:Get*", ⟦"*:Get*"⟧], "Resource": "*"`,
      ),
    },
    "another case": {
      type: "rcp",
      policy: policy(`"Effect": "Deny", "Principal": "*", "Action": ⟦"EC2:RunInstances"⟧, "Resource": "*"`),
    },
  },
  passes: {
    "supported services": {
      type: "rcp",
      policy: policy(
        `"Effect": "Deny", "Principal": "*", "Action": ["S3:GetObject", "kms:*", "sqs:*"], "Resource": "*"`,
      ),
    },
    "the policy of AWS": {
      type: "rcp",
      policy: policy(`"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"`),
    },
    "an SCP": { type: "scp", policy: policy(`"Effect": "Deny", "Action": "ec2:*", "Resource": "*"`) },
    "an unknown service, which has its own code": {
      type: "rcp",
      policy: policy(`"Effect": "Deny", "Principal": "*", "Action": "nosuch:*", "Resource": "*"`),
    },
  },
});
