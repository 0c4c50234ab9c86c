import rule from "../../../src/policy/rules/use-condition-key-only-with-supported-services.ts";
import { testRule } from "../../support/test-rule.ts";

testRule(rule, {
  flags: {
    "a star among others, with the key in another case": `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": ["s3:*", "*"], "Resource": "*", "Condition": { "StringEquals": { ⟦"AWS:vpceaccount"⟧: "x" } } } }`,
    "every service, in a Deny": `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "*:*", "Resource": "*", "Condition": { "ForAnyValue:StringLike": { ⟦"aws:VpceOrgPaths"⟧: "o-a/*" } } } }`,
    NotAction: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "NotAction": "s3:*", "Resource": "*", "Condition": { "StringEquals": { ⟦"aws:VpceOrgID"⟧: "x" } } } }`,
  },
  passes: {
    "named services": `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": ["s3:*", "sts:*"], "Resource": "*", "Condition": { "StringEquals": { "aws:VpceAccount": "x" } } } }`,
    "another key": `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": { "StringEquals": { "aws:SourceVpce": "vpce-12345678" } } } }`,
    "a wildcard in the name of the action": `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "kms:Get*", "Resource": "*", "Condition": { "StringEquals": { "aws:VpceOrgID": "x" } } } }`,
  },
});
