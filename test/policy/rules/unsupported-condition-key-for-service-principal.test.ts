import rule from "../../../src/policy/rules/unsupported-condition-key-for-service-principal.ts";
import { testRule } from "../../support/test-rule.ts";

testRule(rule, {
  flags: {
    "another case": `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "Service": "sns.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "*", "Condition": { "stringequals": { ⟦"AWS:principalorgid"⟧: "o-a1b2c3d4e5" } } } }`,
    "paths of an organization": `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "Service": ["sns.amazonaws.com"] }, "Action": "sqs:SendMessage", "Resource": "*", "Condition": { "ForAnyValue:StringLike": { ⟦"aws:PrincipalOrgPaths"⟧: "o-a1b2c3d4e5/*" } } } }`,
  },
  passes: {
    IfExists: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "Service": "sns.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "*", "Condition": { "StringEqualsIfExists": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } } }`,
    "an account beside the service": `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "Service": "sns.amazonaws.com", "AWS": "*" }, "Action": "sqs:SendMessage", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } } }`,
    "a Deny": `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Principal": { "Service": "sns.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } } }`,
  },
});
