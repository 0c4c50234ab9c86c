import { comparedValues } from "../compared-values.ts";
import { parseIpRange } from "../ip-range.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "TYPE_MISMATCH_IP_RANGE",
  findingType: "ERROR",
  title: "Type mismatch IP range",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "IpAddress and NotIpAddress compare with addresses and blocks in CIDR notation.",
  fix: "Write a block such as 203.0.113.0/24 or 2001:db8::/32.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": ⟦"203.0.113"⟧ } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": "203.0.113.0/24" } } } ] }`,
    },
  },

  *check(policy) {
    for (const { value, text } of comparedValues(policy, ["IpAddress"]))
      if (!parseIpRange(text))
        yield { at: value, message: "This is neither an IP address nor a block of them in CIDR notation." };
  },
});
