import { conditionsOf } from "./condition-key.ts";
import { isPrivate, parseIpRange } from "./ip-range.ts";
import { type Policy, scalarText } from "./model.ts";
import type { JsonNode } from "./parse/json-tree.ts";
import type { Problem } from "./rule.ts";

/** Private addresses under aws:SourceIp: alone in their condition, or together with public ones. */
export function* privateSourceIps(
  policy: Policy,
  operator: "IpAddress" | "NotIpAddress",
  share: "all" | "some",
): Iterable<Problem> {
  for (const { condition } of conditionsOf(policy)) {
    if (condition.operator.base !== operator || condition.key.toLowerCase() !== "aws:sourceip") continue;
    const values = condition.values.map((value) => ({ value, range: parseIpRange(scalarText(value)) }));
    const found: JsonNode[] = values
      .filter(({ range }) => range && isPrivate(range))
      .map(({ value }) => value);
    if (found.length === 0 || (found.length === values.length) !== (share === "all")) continue;
    yield { at: found, message: messageOf(operator, share) };
  }
}

function messageOf(operator: "IpAddress" | "NotIpAddress", share: "all" | "some"): string {
  const which = share === "all" ? "Every range here is private" : "Some of these ranges are private";
  const effect = operator === "IpAddress" ? "never matches" : "excludes nobody";
  return `${which}, but aws:SourceIp holds the public address of the caller: a private range ${effect}. Private addresses are in aws:VpcSourceIp.`;
}
