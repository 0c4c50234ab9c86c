import rule from "../../../src/policy/rules/invalid-action.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (action: string): string =>
  `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", ${action}, "Resource": "*" } }`;

testRule(rule, {
  flags: {
    "a name that the service does not know": policy('"Action": ⟦"s3:GetObjekt"⟧'),
    "a wildcard that matches nothing": policy('"Action": ["iam:GetUser", ⟦"account:Frobnicate*"⟧]'),
    "an unknown action in NotAction": policy('"NotAction": ⟦"iam:Nope"⟧'),
  },
  passes: {
    "another case of prefix and name": policy('"Action": ["IAM:getuser", "S3:GETOBJECT"]'),
    "a wildcard that matches something": policy('"Action": ["ec2:Describe*", "ec2:?unInstances"]'),
    "an unknown service, which has its own code": policy('"Action": "nosuch:Action"'),
    "a star": policy('"Action": "*"'),
  },
});
