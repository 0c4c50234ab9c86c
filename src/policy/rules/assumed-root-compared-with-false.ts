import { comparesOnlyWith } from "../condition-key.ts";
import { isAloneInBlock, replaceKey } from "../edit.ts";
import type { Condition } from "../model.ts";
import { defineRule, everyType, type TextEdit } from "../rule.ts";

export default defineRule({
  issueCode: "ASSUMED_ROOT_COMPARED_WITH_FALSE",
  findingType: "WARNING",
  title: "AssumedRoot compared with false",
  origin: "iam-pitfalls",
  appliesTo: everyType,
  why: "aws:AssumedRoot is only in requests with credentials of AssumeRoot. A root user who signed in sends no such key, so that a comparison with false never holds.",
  fix: 'Ask for the absence of the key: "Null": { "aws:AssumedRoot": "true" }.',
  facts: ["cond-assumedroot-null-to-exempt"],
  examples: {
    bad: {
      type: "scp",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::*:root" }, "Bool": { ⟦"aws:AssumedRoot"⟧: "false" } } } ] }`,
    },
    good: {
      type: "scp",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::*:root" }, "Null": { "aws:AssumedRoot": "true" } } } ] }`,
    },
  },

  *check(policy) {
    for (const { effect, conditions } of policy.statements)
      for (const condition of conditions) {
        const { operator, key, keyMember } = condition;
        if (key.toLowerCase() !== "aws:assumedroot" || !comparesOnlyWith(condition, "false")) continue;
        if (operator.base !== "Bool" || operator.ifExists || operator.qualifier) continue;
        yield {
          at: { keyOf: keyMember },
          message: `${key} is never false: only sessions of AssumeRoot carry it, and this ${effect ?? "statement"} applies to no request.`,
          ...(effect === "Deny" && { edits: asNull(condition) }),
        };
      }
  },
});

/** Only for a Deny: an Allow that applied to nothing would begin to. */
function asNull({ operatorMember, keyMember }: Condition): readonly TextEdit[] {
  if (!isAloneInBlock(operatorMember, "Null")) return [];
  const { start, end } = keyMember.value;
  return [replaceKey(operatorMember, "Null"), { start, end, newText: '"true"' }];
}
