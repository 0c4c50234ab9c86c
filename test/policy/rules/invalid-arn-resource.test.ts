import rule from "../../../src/policy/rules/invalid-arn-resource.ts";
import { testRule } from "../../support/test-rule.ts";

const arn = (resource: string, element = "Resource", effect = "Allow"): string =>
  `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", "Action": "s3:GetObject", "${element}": ${resource} } }`;

testRule(rule, {
  flags: {
    "a kind that the service does not have, in a list": arn(
      `["*", ⟦"arn:aws:iam::123456789012:invalid-role/x"⟧]`,
    ),
    "NotResource in a Deny": arn(
      `⟦"arn:aws:lambda:eu-west-1:123456789012:functions:a"⟧`,
      "NotResource",
      "Deny",
    ),
    "no resource": arn(`⟦"arn:aws:s3:::"⟧`),
  },
  passes: {
    "a wildcard that may run over the colon": arn(`"arn:aws:logs:*:*:/aws-glue/*"`),
    "a kind of the service": arn(`"arn:aws:iam::123456789012:role/x/y"`),
    "a service that no list knows": arn(`"arn:aws:nosuch:::a"`),
  },
});
