import rule from "../../../src/policy/rules/unsupported-action-for-condition-key.ts";
import { testRule } from "../../support/test-rule.ts";

testRule(rule, {
  flags: {
    "another case, in a Deny": `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": ⟦"KMS:listkeys"⟧, "Resource": "*", "Condition": { "StringNotEquals": { ⟦"KMS:recipientattestation:imagesha384"⟧: "x" } } } }`,
    "tagging a session of Cognito": `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "Federated": "cognito-identity.amazonaws.com" }, "Action": ["sts:AssumeRoleWithWebIdentity", ⟦"sts:TagSession"⟧], "Condition": { "StringEquals": { ⟦"cognito-identity.amazonaws.com:aud"⟧: "x" } } } }`,
  },
  passes: {
    "actions that send the key": `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": ["kms:Decrypt", "kms:GenerateDataKey"], "Resource": "*", "Condition": { "StringEquals": { "kms:RecipientAttestation:PCR0": "x" } } } }`,
    wildcards: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": ["kms:*", "*"], "Resource": "*", "Condition": { "StringEquals": { "kms:RecipientAttestation:PCR0": "x" } } } }`,
    "another key": `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "kms:ListKeys", "Resource": "*", "Condition": { "StringEquals": { "kms:CallerAccount": "x" } } } }`,
    "the action of Cognito": `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "Federated": "cognito-identity.amazonaws.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "cognito-identity.amazonaws.com:aud": "x" } } } }`,
  },
});
