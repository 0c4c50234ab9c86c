import rule from "../../../src/policy/rules/principal-arn-of-session.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (...statements: readonly string[]): string =>
  `{ "Version": "2012-10-17", "Statement": [ ${statements.map((statement) => `{ ${statement} }`).join(", ")} ] }`;

testRule(rule, {
  flags: {
    "one of several values": {
      type: "scp",
      policy: policy(
        `"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "ArnNotLike": { "aws:principalarn": ["arn:aws:iam::*:role/ci", ⟦"arn:aws:sts::*:assumed-role/ci/*"⟧] } }`,
      ),
    },
    "an operator for strings, in another partition": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringLike": { "aws:PrincipalArn": ⟦"arn:aws-cn:sts::111122223333:assumed-role/AWSReservedSSO_*/*"⟧ } }`,
    ),
    "an ARN of the wrong service": {
      type: "scp",
      policy: policy(
        `"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "ArnLike": { "aws:PrincipalArn": ⟦"arn:aws:iam::111122223333:assumed-role/ci/*"⟧ } }`,
      ),
    },
  },
  passes: {
    "a role whose path says assumed-role": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/assumed-role/ci" } }`,
    ),
    "a federated user, who has an ARN of STS": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "ArnLike": { "aws:PrincipalArn": "arn:aws:sts::111122223333:federated-user/ann" } }`,
    ),
    "any principal of an account": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "ArnLike": { "aws:PrincipalArn": "arn:aws:*::111122223333:*" } }`,
    ),
    "another key": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "ArnLike": { "aws:SourceArn": "arn:aws:sts::111122223333:assumed-role/ci/*" } }`,
    ),
    Null: policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "Null": { "aws:PrincipalArn": "false" } }`,
    ),
  },
});
