import rule from "../../../src/policy/rules/mfa-resync-notaction.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "a list without ListVirtualMFADevices": policy(
      `"Effect": "Deny", "NotAction": ⟦["iam:ListMFADevices", "iam:ResyncMFADevice"]⟧, "Resource": "*", "Condition": { "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" } }`,
    ),
    "a lone string, in another case": policy(
      `"Effect": "Deny", "NotAction": ⟦"IAM:resyncmfadevice"⟧, "Resource": "*", "Condition": { "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" } }`,
    ),
    "Bool in place of BoolIfExists": policy(
      `"Effect": "Deny", "NotAction": ⟦["iam:ResyncMFADevice"]⟧, "Resource": "*", "Condition": { "Bool": { "aws:multifactorauthpresent": false } }`,
    ),
    "the list for setting up a device in a policy that only resynchronises": `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": ["iam:ListMFADevices", "iam:ResyncMFADevice"], "Resource": "arn:aws:iam::*:user/\${aws:username}" }, { "Effect": "Deny", "NotAction": [⟦"sts:GetSessionToken"⟧, "iam:ListMFADevices", "iam:ListVirtualMFADevices", "iam:ResyncMFADevice"], "Resource": "*", "Condition": { "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" } } } ] }`,
  },
  passes: {
    "the three actions": `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": ["iam:ListMFADevices", "iam:ResyncMFADevice"], "Resource": "arn:aws:iam::*:user/\${aws:username}" }, { "Effect": "Deny", "NotAction": ["iam:ListMFADevices", "iam:ListVirtualMFADevices", "iam:ResyncMFADevice"], "Resource": "*", "Condition": { "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" } } } ] }`,
    "the list for setting up a device in a policy that allows it": `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": ["iam:EnableMFADevice", "iam:ResyncMFADevice"], "Resource": "*" }, { "Effect": "Deny", "NotAction": ["iam:ListMFADevices", "iam:ListVirtualMFADevices", "iam:ResyncMFADevice", "iam:EnableMFADevice", "iam:CreateVirtualMFADevice", "iam:GetUser", "sts:GetSessionToken"], "Resource": "*", "Condition": { "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" } } } ] }`,
    "a longer list in a Deny alone, whose purpose is not to be seen": policy(
      `"Effect": "Deny", "NotAction": ["iam:ListMFADevices", "iam:ListVirtualMFADevices", "iam:ResyncMFADevice", "iam:GetUser"], "Resource": "*", "Condition": { "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" } }`,
    ),
    "a wildcard": policy(
      `"Effect": "Deny", "NotAction": ["iam:List*", "iam:ResyncMFADevice"], "Resource": "*", "Condition": { "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" } }`,
    ),
    "a list without resynchronising": policy(
      `"Effect": "Deny", "NotAction": ["iam:GetUser"], "Resource": "*", "Condition": { "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" } }`,
    ),
    "another condition": policy(
      `"Effect": "Deny", "NotAction": ["iam:ResyncMFADevice"], "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "false" } }`,
    ),
    "an Allow": policy(
      `"Effect": "Allow", "NotAction": "iam:ResyncMFADevice", "Resource": "*", "Condition": { "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" } }`,
    ),
  },
});
