import rule from "../../../src/policy/rules/missing-arn-account.ts";
import { testRule } from "../../support/test-rule.ts";

const arn = (resource: string, element = "Resource", effect = "Allow"): string =>
  `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", "Action": "s3:GetObject", "${element}": ${resource} } }`;

testRule(rule, {
  flags: {
    "an instance, in a list": arn(`["*", ⟦"arn:aws:ec2:*::instance/*"⟧]`),
    "a function, in NotResource of a Deny": arn(`⟦"arn:aws:lambda:*::function:a"⟧`, "NotResource", "Deny"),
  },
  passes: {
    "a wildcard": arn(`"arn:aws:ec2:*:*:instance/*"`),
    "an image, which has none": arn(`"arn:aws:ec2:*::image/*"`),
    "a document of AWS": arn(`"arn:aws:ssm:*::document/AWS-RunShellScript"`),
  },
});
