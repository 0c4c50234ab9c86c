import rule from "../../../src/policy/rules/missing-resource.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "a resource policy": {
      type: "resource",
      policy: `{ "Version": "2012-10-17", "Statement": ⟦{ "Effect": "Deny", "Principal": "*", "Action": "s3:*" }⟧ }`,
    },
    "an SCP": {
      type: "scp",
      policy: `{ "Version": "2012-10-17", "Statement": [ ⟦{ "Effect": "Deny", "NotAction": "s3:*" }⟧, { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
  },
  passes: {
    "a trust policy": policy(
      `"Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole"`,
    ),
    NotResource: policy(`"Effect": "Deny", "Action": "s3:*", "NotResource": "*"`),
    "the policy of an ECR repository": {
      type: "resource",
      policy: policy(`"Effect": "Allow", "Principal": "*", "Action": ["ecr:BatchGetImage"]`),
    },
    "a wrong case, which has its own code": policy(`"Effect": "Deny", "Action": "s3:*", "resource": "*"`),
  },
});
