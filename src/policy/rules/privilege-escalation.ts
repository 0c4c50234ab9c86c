import { analyse } from "../escalation/analysis.ts";
import type { OpenPath } from "../escalation/find-paths.ts";
import { closing, withdraw, withdrawalFor } from "../escalation/withdraw.ts";
import { actionPlaces, conditionNote, list, pathIds, pathList } from "../escalation/wording.ts";
import type { Policy } from "../model.ts";
import type { Permissions } from "../permissions/permissions.ts";
import { defineRule, type Problem } from "../rule.ts";

export default defineRule({
  issueCode: "PRIVILEGE_ESCALATION",
  findingType: "SECURITY_WARNING",
  title: "Privilege escalation",
  origin: "iam-pitfalls",
  appliesTo: ["identity"],
  why: "Together these permissions let their holder act with the rights of another user or role, or lift a limit of its own.",
  fix: "Limit Resource of one of the actions to the users, roles or resources concerned, or take the action out.",
  facts: ["policy-iam-escalation-actions"],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": ["iam:ListAccessKeys", ⟦"iam:CreateAccessKey"⟧], "Resource": "*" } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": ["iam:ListAccessKeys", "iam:CreateAccessKey"],
          "Resource": "arn:aws:iam::*:user/\${aws:username}" } ] }`,
    },
  },

  *check(policy, data) {
    const { others, permissions } = analyse(policy, data);
    const groups = groupByCore(others);
    if (groups.length > MAX_SEPARATE)
      yield { ...summary(groups), ...withdrawCores(groups, policy, permissions) };
    else
      for (const group of groups) yield { ...single(group), ...withdrawCores([group], policy, permissions) };
  },
});

/** More independent paths than this are reported together: the policy is wide, and a list says so best. */
const MAX_SEPARATE = 3;

/** A path, and those that need its permissions and more. */
interface Group {
  readonly core: OpenPath;
  readonly extended: readonly OpenPath[];
}

function groupByCore(open: readonly OpenPath[]): readonly Group[] {
  const cores = open.filter((path) => !open.some((other) => isPartOf(other, path)));
  return cores.map((core) => ({ core, extended: open.filter((path) => isPartOf(core, path)) }));
}

function isPartOf(a: OpenPath, b: OpenPath): boolean {
  const actions = new Set(b.path.requires.map(({ action }) => action));
  return a.path.requires.length < actions.size && a.path.requires.every(({ action }) => actions.has(action));
}

/** What closes the core closes the paths that need more. */
function withdrawCores(groups: readonly Group[], policy: Policy, permissions: Permissions) {
  const actions = new Set(groups.map(({ core }) => closing(core.path).action));
  const paths = groups.flatMap(({ core, extended }) => [core, ...extended]).map(({ path }) => path);
  return withdraw(
    policy,
    [...actions].map((action) => withdrawalFor(action, paths, policy, permissions)),
  );
}

function single({ core, extended }: Group): Problem {
  const { path, grants } = core;
  const actions = list(path.requires.map(({ action }) => action));
  const needs = path.prerequisites.map((text) => text.charAt(0).toLowerCase() + text.slice(1));
  const prerequisite = needs.length > 0 ? ` It needs that ${list(needs)}.` : "";
  return {
    at: actionPlaces(grants),
    message: `${actions}: ${path.title.charAt(0).toLowerCase()}${path.title.slice(1)}. ${path.how}${prerequisite}${conditionNote(grants)}${pathList([core, ...extended])}`,
    fix: path.fix,
    facts: [path.fact],
    escalationPaths: pathIds([core, ...extended]),
  };
}

function summary(groups: readonly Group[]): Problem {
  const cores = groups.map(({ core }) => core);
  const certain = cores.filter(({ grants }) => grants.every(({ conditions }) => conditions.length === 0));
  const note =
    certain.length === cores.length
      ? ""
      : ` ${cores.length - certain.length} of them depend on conditions of the policy.`;
  return {
    at: actionPlaces(cores.flatMap(({ grants }) => grants)),
    message: `The policy opens ${cores.length} ways to more rights than it names, or to those of others.${note}${pathList(cores)}`,
    escalationPaths: pathIds(cores),
  };
}
