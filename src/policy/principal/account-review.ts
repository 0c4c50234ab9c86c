import { type Analysis, sortPaths } from "../escalation/analysis.ts";
import type { OpenPath } from "../escalation/find-paths.ts";
import type { Requirement } from "../escalation/path.ts";
import type { Policy } from "../model.ts";
import { every, type Verdict } from "../permissions/context.ts";
import { type Grant, Permissions } from "../permissions/permissions.ts";
import { narrow, type ResourcePattern, type Scope, toPattern } from "../permissions/resource-scope.ts";
import type { RuleData } from "../rule.ts";
import { isAdministrator } from "./administrator.ts";
import { readDocument } from "./read-document.ts";
import { readTrust, type Trust } from "./trust.ts";

/** A user or role of an account with the policies that apply to it. */
export interface AccountPrincipal {
  readonly arn: string;
  readonly kind: "user" | "role";
  readonly identity: readonly Policy[];
  readonly boundary: Policy | undefined;
  /** Of roles. */
  readonly trust: Policy | undefined;
}

/** How a principal stands to the rights of an administrator. */
export type Standing = "can-become" | "might-become" | "administrator" | "limited";

export interface Hop {
  readonly from: string;
  /** ARN of a role, or `administrator` where rights are gained without changing the principal. */
  readonly to: string;
  /** `sts:AssumeRole`, or the id of an escalation path. */
  readonly by: string;
}

export interface ReviewedPrincipal {
  readonly arn: string;
  readonly kind: "user" | "role";
  readonly standing: Standing;
  /** The shortest way to the rights of an administrator. */
  readonly chain: readonly Hop[];
  /** Every escalation path that its own policies open. */
  readonly paths: readonly string[];
}

interface Node {
  readonly arn: string;
  readonly kind: "user" | "role";
  readonly administrator: boolean;
  readonly paths: readonly NodePath[];
  readonly assumes: readonly Reach[];
  /** Roles that nothing forbids it to assume, once their trust names it; undefined: every role. */
  readonly notForbidden: readonly Reach[] | undefined;
  readonly trust: Trust | undefined;
}

interface Reach {
  readonly scope: Scope;
  readonly sure: boolean;
}

interface NodePath {
  readonly id: string;
  readonly sure: boolean;
  readonly group: "manipulating" | "passing" | "other";
  /** The kind of principal that it takes over. */
  readonly takes: "user" | "role" | undefined;
  readonly services: readonly string[];
}

/** Collects the principals of one account, keeping little of each, and says who can become administrator. */
export class AccountReview {
  readonly #data: RuleData;
  readonly #scps: readonly (readonly Policy[])[];
  readonly #nodes: Node[] = [];

  /** `scps` are those of each level of the organization; an export of an account does not hold them. */
  constructor(data: RuleData, scps: readonly (readonly Policy[])[] = []) {
    this.#data = data;
    this.#scps = scps;
  }

  add({ arn, kind, identity, boundary, trust }: AccountPrincipal): void {
    const limits = boundary ? [[boundary], ...this.#scps] : this.#scps;
    const permissions = new Permissions({ identity, limits }, this.#data.catalog);
    this.#nodes.push({
      arn,
      kind,
      administrator: isAdministrator(permissions),
      paths: nodePaths(sortPaths(permissions, this.#data.escalationPaths), { arn, kind }),
      assumes: assumable(permissions),
      notForbidden: this.#notForbidden(boundary ? [...identity, boundary] : identity),
      trust: trust && readTrust(trust, accountOf(arn)),
    });
  }

  /** A trust that names a principal is all the permission that it needs; a Deny and the SCPs still count. */
  #notForbidden(policies: readonly Policy[]): readonly Reach[] | undefined {
    const denies = policies.some(({ statements }) => statements.some(({ effect }) => effect === "Deny"));
    if (!denies && this.#scps.length === 0) return undefined;
    const set = { identity: [...assumeEveryRole, ...policies], limits: this.#scps };
    return assumable(new Permissions(set, this.#data.catalog));
  }

  /** Those who can become administrator first, by the shortest way; then those who might; then the others. */
  report(): readonly ReviewedPrincipal[] {
    const sure = this.#chains(true);
    const possible = this.#chains(false);
    return this.#nodes
      .map((node) => review(node, sure.get(node), possible.get(node)))
      .sort(
        (a, b) =>
          rank[a.standing] - rank[b.standing] || a.chain.length - b.chain.length || compare(a.arn, b.arn),
      );
  }

  /** The shortest way of every principal to an administrator: a search backwards from those who need no role for it. */
  #chains(sureOnly: boolean): Map<Node, readonly Hop[]> {
    const chains = new Map(
      this.#nodes.flatMap((node): [Node, readonly Hop[]][] => {
        const first = node.administrator ? [] : this.#direct(node, sureOnly);
        return first ? [[node, first]] : [];
      }),
    );
    // The map grows while it is read: every principal that joins it is a target for others in turn.
    const left = new Set(this.#nodes.filter((node) => !chains.has(node)));
    for (const [role, chain] of chains) {
      const pattern = toPattern(role.arn);
      for (const node of left) {
        if (!canAssume(node, role, { pattern, sureOnly })) continue;
        chains.set(node, [{ from: node.arn, to: role.arn, by: "sts:AssumeRole" }, ...chain]);
        left.delete(node);
      }
    }
    return chains;
  }

  /** The way without assuming a role: manipulating policies, taking an administrator over, or passing one to a service. */
  #direct(node: Node, sureOnly: boolean): readonly Hop[] | undefined {
    const usable = node.paths.filter(({ sure }) => sure || !sureOnly);
    for (const path of usable) {
      const to = this.#target(path, node);
      if (to) return [{ from: node.arn, to, by: path.id }];
    }
    return undefined;
  }

  #target({ group, takes, services }: NodePath, node: Node): string | undefined {
    if (group === "manipulating") return "administrator";
    const administrators = this.#nodes.filter((other) => other.administrator && other !== node);
    if (group === "passing")
      return administrators.find(({ trust }) => services.some((service) => trust?.services.has(service)))
        ?.arn;
    return takes && administrators.find(({ kind }) => kind === takes)?.arn;
  }
}

const rank: Readonly<Record<Standing, number>> = {
  "can-become": 0,
  "might-become": 1,
  administrator: 2,
  limited: 3,
};

function review(
  { arn, kind, administrator, paths }: Node,
  sure: readonly Hop[] | undefined,
  possible: readonly Hop[] | undefined,
): ReviewedPrincipal {
  const chain = sure ?? possible ?? [];
  const ids = paths.map(({ id }) => id);
  if (administrator) return { arn, kind, standing: "administrator", chain: [], paths: ids };
  if (chain.length === 0) return { arn, kind, standing: "limited", chain, paths: ids };
  return { arn, kind, standing: sure ? "can-become" : "might-become", chain, paths: ids };
}

type Self = Pick<Node, "arn" | "kind">;

/** The paths that this principal can go, those that hold without doubt first. */
function nodePaths({ manipulating, passing, others }: Analysis, self: Self): readonly NodePath[] {
  return [
    ...manipulating.flatMap((open) => toNodePath(open, "manipulating", self) ?? []),
    ...passing.flatMap((open) => toNodePath(open, "passing", self) ?? []),
    ...others.flatMap((open) => toNodePath(open, "other", self) ?? []),
  ].sort((a, b) => Number(b.sure) - Number(a.sure));
}

function toNodePath({ path, grants }: OpenPath, group: NodePath["group"], self: Self): NodePath | undefined {
  const own =
    path.gain === "self"
      ? every(grants.map((grant, at) => reachesSelf(grant, path.requires[at], self)))
      : "yes";
  if (own === "no") return undefined;
  // A role that is given rights first has to trust the caller: that stands in its trust policy, not here.
  const needsTrust =
    group === "manipulating" && path.requires.some(({ action }) => action === "sts:AssumeRole");
  const settled = grants.every(({ conditions }) => conditions.length === 0);
  return {
    id: path.id,
    sure: settled && own === "yes" && !needsTrust,
    group,
    takes: path.gain === "principal" ? taken(path.requires) : undefined,
    services: path.services ?? [],
  };
}

/** Whether a grant is about the principal itself, its policies or its groups. */
function reachesSelf(grant: Grant, requirement: Requirement | undefined, { arn, kind }: Self): Verdict {
  const on = requirement?.on;
  if (on === "group") return kind === "user" ? "unknown" : "no";
  if (on === "policy") return grant.every ? "yes" : "unknown";
  return on === kind && narrow(grant.scope, toPattern(arn)) ? "yes" : "no";
}

/** Assuming a role is a hop of its own. */
function taken(requires: readonly Requirement[]): NodePath["takes"] {
  if (requires.some(({ action }) => !action.startsWith("iam:"))) return undefined;
  return (["user", "role"] as const).find((kind) => requires.every(({ on }) => on === kind));
}

/** A role that names a principal of its account needs nothing more; one that trusts the account asks for sts:AssumeRole. */
function canAssume(
  node: Node,
  role: Node,
  { pattern, sureOnly }: { readonly pattern: ResourcePattern; readonly sureOnly: boolean },
): boolean {
  const { trust } = role;
  if (!trust || node === role) return false;
  const enough = (verdict: Verdict | undefined): boolean =>
    verdict === "yes" || (verdict === "unknown" && !sureOnly);
  const holds = ({ scope, sure }: Reach): boolean =>
    (sure || !sureOnly) && narrow(scope, pattern) !== undefined;
  if (enough(trust.arns.get(node.arn)) && (node.notForbidden?.some(holds) ?? true)) return true;
  return enough(trust.account) && node.assumes.some(holds);
}

function assumable(permissions: Permissions): readonly Reach[] {
  return permissions
    .reach({ action: "sts:AssumeRole", on: "role" })
    .map(({ scope, conditions }) => ({ scope, sure: conditions.length === 0 }));
}

/** What a trust that names a principal comes to, as an identity policy. */
const assumeEveryRole: readonly Policy[] = [
  readDocument(
    '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*" }] }',
    "identity",
  ),
].filter((policy) => policy !== undefined);

function accountOf(arn: string): string {
  return arn.split(":")[4] ?? "";
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
