import rule from "../../../src/policy/rules/invalid-arn-account.ts";
import { testRule } from "../../support/test-rule.ts";

const arn = (resource: string, element = "Resource", effect = "Allow"): string =>
  `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", "Action": "s3:GetObject", "${element}": ${resource} } }`;

testRule(rule, {
  flags: {
    "too few digits, in a list": arn(`["*", ⟦"arn:aws:sqs:eu-west-1:12345:q"⟧]`),
    "a name, in NotResource of a Deny": arn(`⟦"arn:aws:sqs:eu-west-1:prod:q"⟧`, "NotResource", "Deny"),
  },
  passes: {
    "12 digits": arn(`"arn:aws:sqs:eu-west-1:123456789012:q"`),
    "wildcards, variables, nothing": arn(
      `["arn:aws:sqs:*:*:q", "arn:aws:sqs:*:1234*:q", "arn:aws:sqs:*:${"$"}{aws:PrincipalAccount}:q", "arn:aws:s3:::a"]`,
    ),
    "the account of AWS itself": arn(`"arn:aws:iam::aws:policy/ReadOnlyAccess"`),
  },
});
