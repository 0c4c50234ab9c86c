import rule from "../../../src/policy/rules/invalid-service-in-action.ts";
import { testRule } from "../../support/test-rule.ts";

const act = (actions: string, element = "Action", effect = "Allow"): string =>
  `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", "${element}": ${actions}, "Resource": "*" } }`;

testRule(rule, {
  flags: {
    "a service that AWS does not have, in a list": act(`["s3:GetObject", ⟦"s33:GetObject"⟧]`),
    "NotAction in a Deny": act(`⟦"cloudwatchlogs:*"⟧`, "NotAction", "Deny"),
    "a wildcard in the name": act(`⟦"nosuch:*"⟧`),
  },
  passes: {
    "a prefix in another case": act(`["S3:GetObject", "IAM:getuser"]`),
    "a retired service": act(`["deeplens:*", "zocalo:Describe*"]`),
    "a wildcard in the prefix": act(`"nosuch*:Get"`),
    "a star": act(`"*"`),
  },
});
