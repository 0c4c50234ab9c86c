import rule from "../../../src/policy/rules/redundant-statement.ts";
import { testRule } from "../../support/test-rule.ts";

testRule(rule, {
  flags: {
    "another order of the members, in Deny": `{ "Version": "2012-10-17", "Statement": [⟦{ "Effect": "Deny", "Action": ["iam:*"], "Resource": "*" }⟧, ⟦{ "Resource": "*", "Action": ["iam:*"], "Effect": "Deny", "Sid": "X" }⟧] }`,
    "three of them": `{ "Version": "2012-10-17", "Statement": [⟦{ "Effect": "Deny", "Action": ["iam:*"], "Resource": "*" }⟧, { "Effect": "Allow", "Action": "*", "Resource": "*" }, ⟦{ "Effect": "Deny", "Action": ["iam:*"], "Resource": "*" }⟧, ⟦{ "Resource": "*", "Action": ["iam:*"], "Effect": "Deny", "Sid": "X" }⟧] }`,
    "another order of the list, and a text for a list of one": `{ "Version": "2012-10-17", "Statement": [⟦{ "Effect": "Allow", "Action": ["sqs:SendMessage", "sqs:GetQueueUrl"], "Resource": "*" }⟧, ⟦{ "Effect": "Allow", "Action": ["sqs:GetQueueUrl", "sqs:SendMessage"], "Resource": ["*"] }⟧] }`,
  },
  passes: {
    "lists of which one has more": `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ["sqs:SendMessage", "sqs:GetQueueUrl"], "Resource": "*" }, { "Effect": "Allow", "Action": ["sqs:SendMessage"], "Resource": "*" }] }`,
    "different effects": `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Deny", "Action": ["iam:*"], "Resource": "*" }, { "Effect": "Allow", "Action": ["iam:*"], "Resource": "*" }] }`,
    "a single statement": `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": ["iam:*"], "Resource": "*" } }`,
    "different conditions": `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Deny", "Action": ["iam:*"], "Resource": "*" }, { "Effect": "Deny", "Action": ["iam:*"], "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "false" } } }] }`,
  },
});
