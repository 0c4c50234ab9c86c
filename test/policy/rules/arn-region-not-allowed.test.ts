import rule from "../../../src/policy/rules/arn-region-not-allowed.ts";
import { testRule } from "../../support/test-rule.ts";

const arn = (resource: string, element = "Resource", effect = "Allow"): string =>
  `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", "Action": "s3:GetObject", "${element}": ${resource} } }`;

testRule(rule, {
  flags: {
    "a user, in a list": arn(`["*", ⟦"arn:aws:iam:eu-west-1:123456789012:user/a"⟧]`),
    "a bucket, in NotResource of a Deny": arn(`⟦"arn:aws:s3:eu-west-1::a"⟧`, "NotResource", "Deny"),
  },
  passes: {
    "a wildcard": arn(`"arn:aws:iam:*:123456789012:user/a"`),
    "no Region": arn(`"arn:aws:iam::123456789012:user/a"`),
    "an access point, which has one": arn(`"arn:aws:s3:eu-west-1:123456789012:accesspoint/a"`),
  },
});
