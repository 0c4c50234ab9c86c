import rule from "../../../src/policy/rules/ec2-describe-with-resource.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (...statements: readonly string[]): string =>
  `{ "Version": "2012-10-17", "Statement": [ ${statements.map((statement) => `{ ${statement} }`).join(", ")} ] }`;

testRule(rule, {
  flags: {
    "a single action in any case, on several ARNs": policy(
      `"Effect": "Allow", "Action": ⟦"EC2:describeVolumes"⟧, "Resource": ["arn:aws:ec2:*:*:volume/*", "arn:aws:ec2:*:*:*"]`,
    ),
    "a wildcard, most of whose actions take none": policy(
      `"Effect": "Allow", "Action": ["ec2:StopInstances", ⟦"ec2:Describe*"⟧], "Resource": "arn:aws:ec2:us-east-2:111122223333:instance/*"`,
    ),
    "a boundary": {
      type: "permissions-boundary",
      policy: policy(
        `"Effect": "Allow", "Action": ⟦"ec2:DescribeInstances"⟧, "Resource": "arn:aws:ec2:us-east-2:111122223333:instance/*"`,
      ),
    },
  },
  passes: {
    "a star among the resources": policy(
      `"Effect": "Allow", "Action": "ec2:DescribeInstances", "Resource": ["arn:aws:ec2:*:*:instance/*", "*"]`,
    ),
    "an action with resource-level permissions": policy(
      `"Effect": "Allow", "Action": "ec2:DescribeInstanceAttribute", "Resource": "arn:aws:ec2:us-east-2:111122223333:instance/*"`,
    ),
    "a Deny": policy(
      `"Effect": "Deny", "Action": "ec2:DescribeInstances", "Resource": "arn:aws:ec2:us-east-2:111122223333:instance/*"`,
    ),
    NotAction: policy(
      `"Effect": "Allow", "NotAction": "ec2:DescribeInstances", "Resource": "arn:aws:ec2:us-east-2:111122223333:instance/*"`,
    ),
    "a resource that a template fills in": policy(
      `"Effect": "Allow", "Action": "ec2:DescribeInstances", "Resource": "\${resource}"`,
    ),
    "lists of other services": policy(
      `"Effect": "Allow", "Action": ["iam:ListRoles", "logs:DescribeLogGroups"], "Resource": ["arn:aws:iam::*:role/*", "arn:aws:logs:*:*:*"]`,
    ),
    "an action that does not exist": policy(
      `"Effect": "Allow", "Action": "ec2:DescribeNothing", "Resource": "arn:aws:ec2:us-east-2:111122223333:instance/*"`,
    ),
  },
});
