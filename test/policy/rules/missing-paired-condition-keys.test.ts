import rule from "../../../src/policy/rules/missing-paired-condition-keys.ts";
import { testRule } from "../../support/test-rule.ts";

const cond = (condition: string, effect = "Allow"): string =>
  `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", "Action": "s3:GetObject", "Resource": "*", "Condition": ${condition} } }`;

testRule(rule, {
  flags: {
    "another case, in a Deny": cond(`{ "NotIpAddress": { ⟦"AWS:vpcsourceip"⟧: "10.0.0.0/8" } }`, "Deny"),
    "a partner that is none": cond(
      `{ "IpAddress": { ⟦"aws:VpcSourceIp"⟧: "10.0.0.0/8", "aws:SourceIp": "192.0.2.0/24" } }`,
    ),
  },
  passes: {
    "an endpoint": cond(
      `{ "IpAddress": { "aws:VpcSourceIp": "10.0.0.0/8" }, "StringEquals": { "aws:SourceVpce": "vpce-12345678" } }`,
    ),
    "a VPC, in another case": cond(
      `{ "StringEquals": { "AWS:SOURCEVPC": "vpc-12345678" }, "IpAddress": { "aws:VpcSourceIp": "10.0.0.0/8" } }`,
    ),
    "aws:SourceIp": cond(`{ "IpAddress": { "aws:SourceIp": "192.0.2.0/24" } }`),
  },
});
