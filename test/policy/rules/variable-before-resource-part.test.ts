import rule from "../../../src/policy/rules/variable-before-resource-part.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (...statements: readonly string[]): string =>
  `{ "Version": "2012-10-17", "Statement": [ ${statements.map((statement) => `{ ${statement} }`).join(", ")} ] }`;

testRule(rule, {
  flags: {
    "the account, in one of several entries": policy(
      `"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": ["arn:aws:sqs:*:111122223333:a", ⟦"arn:aws:sqs:*:\${AWS:principalaccount}:b"⟧]`,
    ),
    "the Region, with a default value, in NotResource": policy(
      `"Effect": "Deny", "Action": "sqs:*", "NotResource": ⟦"arn:aws:sqs:\${aws:RequestedRegion, 'eu-west-1'}:111122223333:a"⟧`,
    ),
    "a tag": policy(
      `"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": ⟦"arn:aws:sqs:*:\${aws:PrincipalTag/account}:a"⟧`,
    ),
  },
  passes: {
    "the resource part": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/\${aws:username}/*"`,
    ),
    "what a template fills in": policy(
      `"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": ["arn:\${AWS::Partition}:sqs:\${AWS::Region}:\${AWS::AccountId}:a", "arn:aws:sqs:*:\${var.account}:a", "arn:aws:sqs:*:\${data.aws_caller_identity.current.account_id}:a"]`,
    ),
    "a value of a condition": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::\${aws:PrincipalAccount}:role/r" } }`,
    ),
    "a variable that is the whole of it": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "\${aws:PrincipalTag/bucket}"`,
    ),
  },
});
