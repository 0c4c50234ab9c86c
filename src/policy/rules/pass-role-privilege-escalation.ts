import { analyse, passesRole } from "../escalation/analysis.ts";
import { grantsFor, type OpenPath } from "../escalation/find-paths.ts";
import type { EscalationPath } from "../escalation/path.ts";
import { withdraw, withdrawalFor } from "../escalation/withdraw.ts";
import { actionPlaces, conditionNote, list, pathIds, pathList } from "../escalation/wording.ts";
import type { Grant, Permissions } from "../permissions/permissions.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "PASS_ROLE_PRIVILEGE_ESCALATION",
  findingType: "SECURITY_WARNING",
  title: "Privilege escalation by passing a role",
  origin: "iam-pitfalls",
  appliesTo: ["identity"],
  why: "Who may pass every role and start or change compute that takes one acts with the strongest role that trusts the service, an administrator role included.",
  fix: "Name the role ARNs, or their path, in the Resource of iam:PassRole; add iam:PassedToService or iam:AssociatedResourceArn to limit where they go.",
  facts: ["policy-passrole-wildcard-escalation"],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": [⟦"iam:PassRole"⟧, ⟦"lambda:CreateFunction"⟧], "Resource": ⟦"*"⟧ } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "lambda:CreateFunction", "Resource": "*" },
        { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/app/*" } ] }`,
    },
  },

  *check(policy, data) {
    const { permissions, passing } = analyse(policy, data);
    if (!permissions.mentions("iam:PassRole")) return;
    const paths = data.escalationPaths.filter(passesRole);
    const handovers = paths.flatMap((path) => handover(path, permissions) ?? []);
    const [first] = handovers;
    if (!first) return;
    const passes = [...new Set(handovers.map(({ pass }) => pass))];
    const takes = [...new Map(handovers.map((handed) => [handed.action, handed])).values()];
    const grants = [...passes, ...takes.map(({ take }) => take)];
    const used = [...takes.map(({ take }) => take), ...passing.flatMap(others)];
    yield {
      at: [...new Set([...actionPlaces(passes), first.pass.source.resource, ...actionPlaces(used)])],
      message: `iam:PassRole reaches every role, and ${list(takes.map(({ action }) => action))} ${takes.length > 1 ? "hand" : "hands"} one to compute that the caller controls: any role that trusts the service can be used.${pathList(passing)}${conditionNote(grants)}`,
      escalationPaths: pathIds(passing),
      ...withdraw(policy, [
        withdrawalFor(
          "iam:PassRole",
          handovers.map(({ path }) => path),
          policy,
          permissions,
        ),
      ]),
    };
  },
});

/** What a path needs besides iam:PassRole. */
function others({ path, grants }: OpenPath): readonly Grant[] {
  return grants.filter((_, index) => path.requires[index]?.action !== "iam:PassRole");
}

interface Handover {
  readonly path: EscalationPath;
  readonly action: string;
  readonly pass: Grant;
  readonly take: Grant;
}

/** The permission to pass every role to the services of a path, and the call that hands one over, if both are there. */
function handover(path: EscalationPath, permissions: Permissions): Handover | undefined {
  const passing = path.requires.find(({ action }) => action === "iam:PassRole");
  const taking = path.requires.find(({ takesRole }) => takesRole);
  const [pass] = passing ? grantsFor(passing, path, permissions) : [];
  const [take] = taking ? grantsFor(taking, path, permissions) : [];
  return taking && pass && take && { path, action: taking.action, pass, take };
}
