import { comparesOnlyWith } from "../condition-key.ts";
import { isAloneInBlock, replaceKey } from "../edit.ts";
import type { Condition, Statement } from "../model.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "MFA_DENY_MISSES_ACCESS_KEYS",
  findingType: "SECURITY_WARNING",
  title: "MFA deny misses access keys",
  origin: "iam-pitfalls",
  appliesTo: everyType,
  why: "Requests signed with long-term access keys carry no aws:MultiFactorAuthPresent at all, so that Bool with false does not hold for them and the Deny lets them through.",
  fix: "Use BoolIfExists, which denies every request without MFA. That includes sessions of roles and federated users: exempt those that have to work without.",
  facts: ["mfa-deny-bool-false-misses-access-keys"],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Deny", "Action": "ec2:TerminateInstances", "Resource": "*", "Condition": { "Bool": { ⟦"aws:MultiFactorAuthPresent"⟧: "false" } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Deny", "Action": "ec2:TerminateInstances", "Resource": "*", "Condition": { "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" } } } ] }`,
    },
  },

  *check(policy) {
    const denies = policy.statements.filter(({ effect }) => effect === "Deny");
    // A second Deny may take the requests without the key, and a Null of "false" says that they are not meant.
    if (denies.some((statement) => testsPresence(statement, "true"))) return;
    for (const statement of denies) {
      if (testsPresence(statement, "false")) continue;
      for (const condition of statement.conditions.filter(isPlainFalse)) {
        const { operatorMember, keyMember } = condition;
        // A guardrail or a resource is for machines too, which have no MFA: people have to decide there.
        const isMechanical = policy.type === "identity" && isAloneInBlock(operatorMember, "BoolIfExists");
        yield {
          at: { keyOf: keyMember },
          message:
            "Requests signed with access keys lack this key, so that this Deny does not apply to them.",
          ...(isMechanical && { edits: [replaceKey(operatorMember, "BoolIfExists")] }),
        };
      }
    }
  },
});

const KEY = "aws:multifactorauthpresent";

function isPlainFalse(condition: Condition): boolean {
  const { base, ifExists, qualifier } = condition.operator;
  if (condition.key.toLowerCase() !== KEY || base !== "Bool" || ifExists || qualifier) return false;
  return comparesOnlyWith(condition, "false");
}

function testsPresence({ conditions }: Statement, absent: "true" | "false"): boolean {
  return conditions.some(
    (condition) =>
      condition.operator.base === "Null" &&
      condition.key.toLowerCase() === KEY &&
      comparesOnlyWith(condition, absent),
  );
}
