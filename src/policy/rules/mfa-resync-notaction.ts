import { removeItems } from "../edit.ts";
import { globMatches, hasWildcard } from "../glob.ts";
import { type Element, type Statement, scalarText } from "../model.ts";
import { defineRule, type Problem } from "../rule.ts";

export default defineRule({
  issueCode: "MFA_RESYNC_NOTACTION",
  findingType: "WARNING",
  title: "MFA resync exception list",
  origin: "iam-pitfalls",
  appliesTo: ["identity", "permissions-boundary"],
  why: "Users whose MFA device is out of step have to list the devices and to resynchronise theirs without MFA, and need nothing more for it.",
  fix: "For a policy that allows resynchronising alone, exempt iam:ListMFADevices, iam:ListVirtualMFADevices and iam:ResyncMFADevice.",
  facts: ["mfa-resync-only-notaction"],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": ["iam:ListMFADevices", "iam:ResyncMFADevice"], "Resource": "arn:aws:iam::*:user/\${aws:username}" }, { "Effect": "Deny", "NotAction": ["iam:ListMFADevices", "iam:ListVirtualMFADevices", "iam:ResyncMFADevice", ⟦"iam:EnableMFADevice"⟧], "Resource": "*", "Condition": { "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": ["iam:ListMFADevices", "iam:ResyncMFADevice"], "Resource": "arn:aws:iam::*:user/\${aws:username}" }, { "Effect": "Deny", "NotAction": ["iam:ListMFADevices", "iam:ListVirtualMFADevices", "iam:ResyncMFADevice"], "Resource": "*", "Condition": { "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" } } } ] }`,
    },
  },

  *check(policy) {
    const grants = policy.statements
      .filter(({ effect }) => effect === "Allow")
      .flatMap(({ action }) => action?.values ?? [])
      .map(({ value }) => value.toLowerCase());
    const allows = (name: string): boolean => grants.some((entry) => globMatches(entry, name));
    const isResyncOnly = allows(RESYNC) && !setUp.some(allows);
    for (const statement of policy.statements) {
      const { notAction } = statement;
      if (!notAction || !deniesWithoutMfa(statement) || !exempts(notAction, RESYNC)) continue;
      const missing = needed.filter((name) => !exempts(notAction, name.toLowerCase()));
      if (missing.length > 0)
        yield {
          at: notAction.member.value,
          message: `Without MFA a user may resynchronise here, but not call ${missing.join(" and ")}, which resynchronising in the console needs.`,
        };
      if (isResyncOnly) yield* surplus(notAction);
    }
  },
});

const RESYNC = "iam:resyncmfadevice";
const needed = ["iam:ListMFADevices", "iam:ListVirtualMFADevices"] as const;
const setUp = ["iam:enablemfadevice", "iam:createvirtualmfadevice"] as const;
const resyncList: ReadonlySet<string> = new Set([RESYNC, ...needed.map((name) => name.toLowerCase())]);

function exempts({ values }: Element, name: string): boolean {
  return values.some(({ value }) => globMatches(value.toLowerCase(), name));
}

function deniesWithoutMfa({ effect, conditions }: Statement): boolean {
  return (
    effect === "Deny" &&
    conditions.some(
      ({ key, operator, values }) =>
        operator.base === "Bool" &&
        key.toLowerCase() === "aws:multifactorauthpresent" &&
        values.some((value) => scalarText(value).toLowerCase() === "false"),
    )
  );
}

/** What a policy for resynchronising need not leave open to users without MFA. */
function* surplus({ member, values }: Element): Iterable<Problem> {
  const list = member.value;
  for (const value of values) {
    if (hasWildcard(value.value) || resyncList.has(value.value.toLowerCase())) continue;
    yield {
      at: value,
      message: `The policy allows resynchronising alone, which does not need ${value.value}: it comes from the longer list for setting up a device.`,
      ...(list.type === "array" && { edits: removeItems(list, new Set([value])) }),
    };
  }
}
