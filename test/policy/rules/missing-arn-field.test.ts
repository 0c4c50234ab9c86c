import rule from "../../../src/policy/rules/missing-arn-field.ts";
import { testRule } from "../../support/test-rule.ts";

const arn = (resource: string, element = "Resource", effect = "Allow"): string =>
  `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", "Action": "s3:GetObject", "${element}": ${resource} } }`;

testRule(rule, {
  flags: {
    "one part too few": arn(`⟦"arn:aws:s3::a"⟧`),
    "almost nothing, in a list": arn(`["*", ⟦"arn:aws"⟧]`),
    "NotResource in a Deny": arn(`⟦"arn:aws:iam:role"⟧`, "NotResource", "Deny"),
  },
  passes: {
    "a wildcard that may stand for more": arn(`"arn:aws:s3*"`),
    "empty parts": arn(`"arn:aws:s3:::a"`),
    "a variable": arn(`"arn:aws:${"$"}{aws:username}"`),
  },
});
