import rule from "../../../src/policy/rules/invalid-arn-region.ts";
import { testRule } from "../../support/test-rule.ts";

const arn = (resource: string, element = "Resource", effect = "Allow"): string =>
  `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", "Action": "s3:GetObject", "${element}": ${resource} } }`;

testRule(rule, {
  flags: {
    "a typing error in a list": arn(`["*", ⟦"arn:aws:ec2:us-east1:*:instance/*"⟧]`),
    "a Region of another partition, in a Deny": arn(
      `⟦"arn:aws:ec2:cn-north-1:*:instance/*"⟧`,
      "NotResource",
      "Deny",
    ),
  },
  passes: {
    "a Region of the partition": arn(
      `["arn:aws:ec2:eu-west-1:*:instance/*", "arn:aws-cn:ec2:cn-north-1:*:instance/*"]`,
    ),
    wildcards: arn(`["arn:aws:ec2:*:*:instance/*", "arn:aws:ec2:eu-*:*:instance/*"]`),
    "no Region": arn(`"arn:aws:s3:::a"`),
  },
});
