import rule from "../../../src/policy/rules/invalid-partition.ts";
import { testRule } from "../../support/test-rule.ts";

const arn = (resource: string, element = "Resource", effect = "Allow"): string =>
  `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", "Action": "s3:GetObject", "${element}": ${resource} } }`;

testRule(rule, {
  flags: {
    "a partition that AWS does not have": arn(`["*", ⟦"arn:aws-gov:s3:::a"⟧]`),
    "capital letters, in NotResource of a Deny": arn(`⟦"arn:AWS:s3:::a"⟧`, "NotResource", "Deny"),
    "no partition": arn(`⟦"arn::s3:::a"⟧`),
  },
  passes: {
    "the partitions of China and of GovCloud": arn(`["arn:aws-cn:s3:::a", "arn:aws-us-gov:s3:::a"]`),
    "a wildcard": arn(`"arn:*:s3:::a"`),
    "a variable or a placeholder of the same form": arn(`"arn:${"$"}{AWS::Partition}:s3:::a"`),
  },
});
