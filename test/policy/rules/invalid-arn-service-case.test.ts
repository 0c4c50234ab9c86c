import rule from "../../../src/policy/rules/invalid-arn-service-case.ts";
import { testRule } from "../../support/test-rule.ts";

const arn = (resource: string, element = "Resource", effect = "Allow"): string =>
  `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", "Action": "s3:GetObject", "${element}": ${resource} } }`;

testRule(rule, {
  flags: {
    "one capital letter in a list": arn(`["*", ⟦"arn:aws:Ec2:*:*:instance/*"⟧]`),
    "NotResource in a Deny": arn(`⟦"arn:aws:S3:::a"⟧`, "NotResource", "Deny"),
  },
  passes: {
    "capital letters elsewhere": arn(`"arn:aws:s3:::App-${"$"}{aws:username}"`),
    "lower case": arn(`"arn:aws:s3:::a"`),
    "a star": arn(`"*"`),
  },
});
