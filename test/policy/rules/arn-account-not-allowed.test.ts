import rule from "../../../src/policy/rules/arn-account-not-allowed.ts";
import { testRule } from "../../support/test-rule.ts";

const arn = (resource: string, element = "Resource", effect = "Allow"): string =>
  `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", "Action": "s3:GetObject", "${element}": ${resource} } }`;

testRule(rule, {
  flags: {
    "a bucket, in a list": arn(`["*", ⟦"arn:aws:s3::123456789012:a"⟧]`),
    "a hosted zone, in NotResource of a Deny": arn(
      `⟦"arn:aws:route53::123456789012:hostedzone/Z1"⟧`,
      "NotResource",
      "Deny",
    ),
  },
  passes: {
    "a wildcard": arn(`"arn:aws:s3::*:a"`),
    "no account": arn(`"arn:aws:s3:::a"`),
    "an access point, which has one": arn(`"arn:aws:s3:eu-west-1:123456789012:accesspoint/a"`),
  },
});
