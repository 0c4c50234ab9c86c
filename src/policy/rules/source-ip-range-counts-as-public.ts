import { isPrivate, parseIpRange } from "../ip-range.ts";
import { type Condition, type Policy, type Statement, scalarText } from "../model.ts";
import type { JsonNode } from "../parse/json-tree.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "SOURCE_IP_RANGE_COUNTS_AS_PUBLIC",
  findingType: "SECURITY_WARNING",
  title: "SourceIp range counts as public",
  origin: "iam-pitfalls",
  appliesTo: ["resource"],
  why: "S3 takes a bucket policy for public whose only limit is a range of addresses broader than /8 (IPv6: /32). BlockPublicPolicy refuses it, and RestrictPublicBuckets cuts off other accounts.",
  fix: "Give the ranges that you mean, /8 (IPv6: /32) at the broadest, or limit the callers by aws:PrincipalOrgID or aws:SourceVpce.",
  facts: ["s3-sourceip-broader-than-slash-8-is-public"],
  examples: {
    bad: {
      type: "resource",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*", "Condition": { "IpAddress": { "aws:SourceIp": [⟦"0.0.0.0/1"⟧, ⟦"128.0.0.0/1"⟧] } } } ] }`,
    },
    good: {
      type: "resource",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*", "Condition": { "IpAddress": { "aws:SourceIp": "203.0.113.0/24" } } } ] }`,
    },
  },

  *check(policy) {
    for (const statement of policy.statements) {
      if (statement.effect !== "Allow" || !isForEveryone(statement) || !isOfS3(policy, statement)) continue;
      if (!statement.conditions.every(isSourceIp)) continue;
      const wide: JsonNode[] = statement.conditions.flatMap(({ values }) =>
        values.filter((value) => isTooWide(scalarText(value))),
      );
      if (wide.length > 0)
        yield {
          at: wide,
          message: "A range as broad as this does not count as a limit: S3 takes the policy for public.",
        };
    }
  },
});

function isSourceIp({ key, operator }: Condition): boolean {
  return operator.base === "IpAddress" && key.toLowerCase() === "aws:sourceip";
}

function isForEveryone({ principal }: Statement): boolean {
  if (principal?.everyone) return principal.everyone.value === "*";
  return principal?.entries.some(({ kind, value }) => kind === "AWS" && value.value === "*") ?? false;
}

function isOfS3({ resourceType }: Policy, { action }: Statement): boolean {
  if (resourceType !== undefined) return resourceType.startsWith("AWS::S3");
  return action?.values.some(({ value }) => /^s3:/i.test(value)) ?? false;
}

function isTooWide(text: string): boolean {
  const range = parseIpRange(text);
  return range !== undefined && range.prefix < (range.bits === 32 ? 8 : 32) && !isPrivate(range);
}
