import type { Policy } from "../model.ts";
import { Permissions } from "../permissions/permissions.ts";
import type { RuleData } from "../rule.ts";
import { findPaths, type OpenPath } from "./find-paths.ts";
import type { EscalationPath } from "./path.ts";

/** What the escalation rules ask about a document; worked out once, because three rules ask the same. */
export interface Analysis {
  readonly permissions: Permissions;
  /** Paths that pass a role to a service. */
  readonly passing: readonly OpenPath[];
  /** Paths that manipulate policies with one of the eight actions of `manipulationActions`. */
  readonly manipulating: readonly OpenPath[];
  readonly others: readonly OpenPath[];
}

/** AWS's audit list of actions that write policies or attach them, with the type of resource of each. */
export const manipulationActions: ReadonlyMap<string, string> = new Map([
  ["iam:PutGroupPolicy", "group"],
  ["iam:PutRolePolicy", "role"],
  ["iam:PutUserPolicy", "user"],
  ["iam:CreatePolicy", "policy"],
  ["iam:CreatePolicyVersion", "policy"],
  ["iam:AttachGroupPolicy", "group"],
  ["iam:AttachRolePolicy", "role"],
  ["iam:AttachUserPolicy", "user"],
]);

/** A code under which open paths are reported. */
export type EscalationCode =
  | "IAM_POLICY_MANIPULATION"
  | "PASS_ROLE_PRIVILEGE_ESCALATION"
  | "PRIVILEGE_ESCALATION";

export const escalationCodes: ReadonlySet<string> = new Set<EscalationCode>([
  "IAM_POLICY_MANIPULATION",
  "PASS_ROLE_PRIVILEGE_ESCALATION",
  "PRIVILEGE_ESCALATION",
]);

const analyses = new WeakMap<Policy, Analysis>();

export function analyse(policy: Policy, data: RuleData): Analysis {
  const known = analyses.get(policy);
  if (known) return known;
  const permissions = new Permissions({ identity: [policy], limits: [] }, data.catalog);
  const analysis = sortPaths(permissions, data.escalationPaths);
  analyses.set(policy, analysis);
  return analysis;
}

/** The gravest first: own rights without limit, then those of a user or role, then those that compute has. */
const rank: Readonly<Record<EscalationPath["gain"], number>> = { self: 0, principal: 1, role: 2 };

/** The open paths by the code under which they are reported. */
export function sortPaths(permissions: Permissions, paths: readonly EscalationPath[]): Analysis {
  const open = findPaths(permissions, paths).toSorted((a, b) => rank[a.path.gain] - rank[b.path.gain]);
  const passing = open.filter(({ path }) => passesRole(path));
  const manipulating = open.filter(({ path }) => !passesRole(path) && manipulatesPolicy(path));
  const others = open.filter(({ path }) => !passesRole(path) && !manipulatesPolicy(path));
  return { permissions, passing, manipulating, others };
}

/** The code under which a path is reported when it is open. */
export function escalationCode(path: EscalationPath): EscalationCode {
  if (passesRole(path)) return "PASS_ROLE_PRIVILEGE_ESCALATION";
  return manipulatesPolicy(path) ? "IAM_POLICY_MANIPULATION" : "PRIVILEGE_ESCALATION";
}

export function passesRole(path: EscalationPath): boolean {
  return path.requires.some(({ action }) => action === "iam:PassRole");
}

export function manipulatesPolicy(path: EscalationPath): boolean {
  return path.requires.some(({ action }) => manipulationActions.has(action));
}
