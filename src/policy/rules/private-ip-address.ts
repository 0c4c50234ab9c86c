import { defineRule, everyType } from "../rule.ts";
import { privateSourceIps } from "../source-ip.ts";

export default defineRule({
  issueCode: "PRIVATE_IP_ADDRESS",
  findingType: "ERROR",
  title: "Private IP address",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "aws:SourceIp holds the public address from which a request reaches AWS; it is never in a private range.",
  fix: "Use aws:VpcSourceIp for private addresses, or name the public ones.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": [⟦"10.0.0.0/8"⟧] } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": ["203.0.113.0/24"] } } } ] }`,
    },
  },

  *check(policy) {
    yield* privateSourceIps(policy, "IpAddress", "all");
  },
});
