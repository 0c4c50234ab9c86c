import { comparedValues } from "../compared-values.ts";
import { formatNetwork, networkAddress, parseIpRange } from "../ip-range.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "IMPROVE_IP_RANGE",
  findingType: "SUGGESTION",
  title: "Improve IP range",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "Bits behind the prefix of a block count for nothing, and mislead readers about what the block covers.",
  fix: "Write the first address of the block.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": ⟦"203.0.113.7/24"⟧ } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": "203.0.113.0/24" } } } ] }`,
    },
  },

  *check(policy) {
    for (const { value, text } of comparedValues(policy, ["IpAddress"])) {
      const range = parseIpRange(text);
      if (!range || networkAddress(range) === range.address) continue;
      const proper = formatNetwork(range);
      yield {
        at: value,
        message: `This block is ${proper}.`,
        edits: [{ start: value.start, end: value.end, newText: `"${proper}"` }],
      };
    }
  },
});
