import rule from "../../../src/policy/rules/missing-arn-region.ts";
import { testRule } from "../../support/test-rule.ts";

const arn = (resource: string, element = "Resource", effect = "Allow"): string =>
  `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", "Action": "s3:GetObject", "${element}": ${resource} } }`;

testRule(rule, {
  flags: {
    "an instance, in a list": arn(`["*", ⟦"arn:aws:ec2::123456789012:instance/*"⟧]`),
    "a function, in NotResource of a Deny": arn(`⟦"arn:aws:lambda::*:function:a"⟧`, "NotResource", "Deny"),
  },
  passes: {
    "a wildcard": arn(`"arn:aws:ec2:*:123456789012:instance/*"`),
    "a resource without a Region": arn(`["arn:aws:s3:::a", "arn:aws:iam::123456789012:role/a"]`),
    "a service that no list knows": arn(`"arn:aws:nosuch:::a"`),
  },
});
