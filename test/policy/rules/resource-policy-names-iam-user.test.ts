import rule from "../../../src/policy/rules/resource-policy-names-iam-user.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "one user in a list": {
      type: "resource",
      policy: policy(
        `"Effect": "Allow", "Principal": { "AWS": ["arn:aws:iam::111122223333:root", ⟦"arn:aws:iam::111122223333:user/team/ann"⟧] }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*"`,
      ),
    },
    "a role session": {
      type: "resource",
      policy: policy(
        `"Effect": "Allow", "Principal": { "AWS": ⟦"arn:aws:sts::111122223333:assumed-role/app/s1"⟧ }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*"`,
      ),
    },
    "a user of the account of the queue, in another partition": {
      type: "resource",
      policy: policy(
        `"Effect": "Allow", "Principal": { "AWS": ⟦"arn:aws-cn:iam::111122223333:user/ann"⟧ }, "Action": "sqs:SendMessage", "Resource": "arn:aws-cn:sqs:cn-north-1:111122223333:q"`,
      ),
    },
  },
  passes: {
    "a role": {
      type: "resource",
      policy: policy(
        `"Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/user/x" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*"`,
      ),
    },
    "the account": {
      type: "resource",
      policy: policy(
        `"Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*"`,
      ),
    },
    "a Deny": {
      type: "resource",
      policy: policy(
        `"Effect": "Deny", "Principal": { "AWS": "arn:aws:iam::111122223333:user/ann" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*"`,
      ),
    },
    "a user of another account than the resource": {
      type: "resource",
      policy: policy(
        `"Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:user/ann" }, "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:444455556666:q"`,
      ),
    },
    "a key policy": {
      type: "resource",
      policy: policy(
        `"Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:user/ann" }, "Action": ["kms:Decrypt"], "Resource": "*"`,
      ),
    },
    "a trust policy": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:user/ann" }, "Action": "sts:AssumeRole"`,
      ),
    },
  },
});
