import rule from "../../../src/policy/rules/invalid-service-principal-format.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (condition: string, effect = "Allow"): string =>
  `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", "Action": "s3:GetObject", "Resource": "*", "Condition": ${condition} } }`;

testRule(rule, {
  flags: {
    "a name of more than one label": policy(
      `{ "ForAnyValue:StringEquals": { "aws:CalledVia": ⟦"application-signals.cloudwatch.amazonaws.com"⟧ } }`,
    ),
    "a capital letter, and the key in another case": policy(
      `{ "StringEquals": { "AWS:calledviafirst": ["athena.amazonaws.com", ⟦"Athena.amazonaws.com"⟧] } }`,
    ),
    "kms:ViaService without a Region": policy(
      `{ "StringEquals": { "kms:ViaService": ⟦"s3.amazonaws.com"⟧ } }`,
      "Deny",
    ),
    "a principal without a domain": {
      type: "trust",
      policy: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "Service": ["ec2.amazonaws.com", ⟦"lambda"⟧] }, "Action": "sts:AssumeRole" } }`,
    },
  },
  passes: {
    "principals of other domains and of more labels, and a wildcard": {
      type: "trust",
      policy: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "Service": ["ec2.amazonaws.com.cn", "alexa-appkit.amazon.com", "monitoring.rds.amazonaws.com", "*"] }, "Action": "sts:AssumeRole" } }`,
    },
    "names of the form": policy(
      `{ "ForAnyValue:StringEquals": { "aws:CalledVia": ["athena.amazonaws.com", "cloudformation.amazonaws.com"] } }`,
    ),
    "kms:ViaService with a Region or a star": policy(
      `{ "StringLike": { "kms:ViaService": ["s3.us-east-1.amazonaws.com", "ec2.*.amazonaws.com"] } }`,
    ),
    "dotted names of other keys": policy(
      `{ "StringEquals": { "iam:AWSServiceName": "application-signals.cloudwatch.amazonaws.com", "iam:PassedToService": "x.y.amazonaws.com" } }`,
    ),
    "a variable": policy(`{ "StringEquals": { "aws:CalledVia": "${"$"}{aws:PrincipalTag/service}" } }`),
    "a pattern": policy(`{ "ForAnyValue:StringLike": { "aws:CalledVia": "*.amazonaws.com" } }`),
  },
});
