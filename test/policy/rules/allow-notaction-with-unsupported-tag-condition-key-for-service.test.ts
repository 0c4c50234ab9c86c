import rule from "../../../src/policy/rules/allow-notaction-with-unsupported-tag-condition-key-for-service.ts";
import { testRule } from "../../support/test-rule.ts";

testRule(rule, {
  flags: {
    "a list": `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "NotAction": ⟦["iam:*", "sts:*"]⟧, "Resource": "*", "Condition": { "StringEquals": { ⟦"aws:ResourceTag/a"⟧: "b" } } } }`,
    "another case of the key": `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "NotAction": ⟦"iam:*"⟧, "Resource": "*", "Condition": { "stringlike": { ⟦"AWS:resourcetag/a"⟧: "b*" } } } }`,
  },
  passes: {
    Action: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "iam:*", "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/a": "b" } } } }`,
    "a negated operator": `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "NotAction": "iam:*", "Resource": "*", "Condition": { "StringNotEquals": { "aws:ResourceTag/a": "b" } } } }`,
    "the other effect": `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "NotAction": "iam:*", "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/a": "b" } } } }`,
  },
});
