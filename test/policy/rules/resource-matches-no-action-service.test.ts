import rule from "../../../src/policy/rules/resource-matches-no-action-service.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "a lone string": policy(
      `"Effect": "Allow", "Action": "ec2:RunInstances", "Resource": ⟦"arn:aws:s3:::b"⟧`,
    ),
    "a Deny": policy(`"Effect": "Deny", "Action": ["s3:*"], "Resource": ["*", ⟦"arn:aws:kms:*:*:key/*"⟧]`),
    "another case of the action": policy(
      `"Effect": "Allow", "Action": "S3:GetObject", "Resource": ["arn:aws:s3:::b/*", ⟦"arn:aws:sqs:*:*:q"⟧]`,
    ),
  },
  passes: {
    "an action of a service without resources of its own": policy(
      `"Effect": "Allow", "Action": "ssmmessages:OpenDataChannel", "Resource": "arn:aws:ssm:*:*:session/*"`,
    ),
    "a sibling of the service": policy(
      `"Effect": "Allow", "Action": "redshift:*", "Resource": "arn:aws:redshift-serverless:*:*:snapshot/*"`,
    ),
    "the new name of a service": policy(
      `"Effect": "Allow", "Action": "codestar-connections:*", "Resource": "arn:aws:codeconnections:*:*:connection/*"`,
    ),
    "a star": policy(`"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"`),
    "any action": policy(`"Effect": "Allow", "Action": "*", "Resource": "arn:aws:s3:::b"`),
    "a wildcard in the service of the action": policy(
      `"Effect": "Allow", "Action": "s*:Get*", "Resource": "arn:aws:ec2:*:*:instance/*"`,
    ),
    "a wildcard in the service of the resource": policy(
      `"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:*:*:*:*"`,
    ),
    "a variable": policy(`"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:\${service}:::x"`),
    "ARNs of another service among those of the action": policy(
      `"Effect": "Allow", "Action": "elasticfilesystem:*", "Resource": "arn:aws:elasticfilesystem:*:*:file-system/*"`,
    ),
    "the ARN of an API, whose service has another prefix": policy(
      `"Effect": "Allow", "Action": "apigateway:GET", "Resource": "arn:aws:apigateway:eu-west-1::/restapis"`,
    ),
    NotAction: policy(`"Effect": "Deny", "NotAction": "iam:*", "Resource": "arn:aws:s3:::b"`),
    "an unknown service, which has its own code": policy(
      `"Effect": "Allow", "Action": "nosuch:Do", "Resource": "arn:aws:s3:::b"`,
    ),
  },
});
