import rule from "../../../src/policy/rules/invalid-action.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (action: string): string =>
  `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", ${action}, "Resource": "*" } }`;

testRule(rule, {
  flags: {
    "a name that the service does not know": policy('"Action": ⟦"s3:GetObjekt"⟧'),
    "a wildcard that matches nothing": policy('"Action": ["iam:GetUser", ⟦"account:Frobnicate*"⟧]'),
    "an unknown action in NotAction": policy('"NotAction": ⟦"iam:Nope"⟧'),
    "a name without a service, and a service without a name": policy(
      '"Action": [⟦"GetObject"⟧, ⟦"s3"⟧, ⟦"s3:"⟧, "sqs:SendMessage"]',
    ),
    "a pattern without a colon": policy('"NotAction": ⟦"iam*"⟧'),
    "an empty text": policy('"Action": ⟦""⟧'),
  },
  passes: {
    "another case of prefix and name": policy('"Action": ["IAM:getuser", "S3:GETOBJECT"]'),
    "a wildcard that matches something": policy('"Action": ["ec2:Describe*", "ec2:?unInstances"]'),
    "an unknown service, which has its own code": policy('"Action": "nosuch:Action"'),
    "a star, and two of them": policy('"Action": ["*", "**"]'),
    "a variable, which has its own code": policy('"Action": "${aws:PrincipalTag/action}"'),
  },
});
