import rule from "../../../src/policy/rules/wildcard-in-service-name.ts";
import { testRule } from "../../support/test-rule.ts";

const arn = (resource: string, element = "Resource", effect = "Allow"): string =>
  `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", "Action": "s3:GetObject", "${element}": ${resource} } }`;

const act = (actions: string, element = "Action", effect = "Allow"): string =>
  `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", "${element}": ${actions}, "Resource": "*" } }`;

testRule(rule, {
  flags: {
    "the prefix of an action, in a list": act(`["s3:Get*", ⟦"s3*:List*"⟧]`),
    "NotAction in a Deny": act(`⟦"ec?:*"⟧`, "NotAction", "Deny"),
    "the service of an ARN": arn(`⟦"arn:aws:s3*:::a"⟧`),
  },
  passes: {
    "a star alone": act(`"*"`),
    "a wildcard in the name of the action": act(`"s3:*"`),
    "arn:* and a wildcard elsewhere": arn(`["arn:*", "arn:*:s3:::*"]`),
  },
});
