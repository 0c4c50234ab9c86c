import { splitAction } from "../catalog/catalog.ts";
import type { Grant, Permissions } from "../permissions/permissions.ts";
import { intersect, type Scope } from "../permissions/resource-scope.ts";
import type { EscalationPath, Requirement } from "./path.ts";

/** A path whose permissions are all there. */
export interface OpenPath {
  readonly path: EscalationPath;
  /** One for each requirement, in its order. */
  readonly grants: readonly Grant[];
}

/** The paths that a set of permissions opens, in the order given. */
export function findPaths(permissions: Permissions, paths: readonly EscalationPath[]): readonly OpenPath[] {
  return paths.flatMap((path): OpenPath[] => {
    // Most policies allow none of it: one missing permission settles that before any grant is worked out.
    if (path.requires.some(({ action }) => !permissions.mentions(action))) return [];
    const candidates: (readonly Grant[])[] = [];
    for (const requirement of path.requires) {
      const grants = grantsFor(requirement, path, permissions);
      if (grants.length === 0) return [];
      candidates.push(grants);
    }
    const grants = choose(path.requires, candidates);
    return grants ? [{ path, grants }] : [];
  });
}

/** The grants that serve a requirement of a path. */
export function grantsFor(
  { action, on, every }: Requirement,
  { gain, services }: EscalationPath,
  permissions: Permissions,
): readonly Grant[] {
  const grants = permissions.reach({
    action,
    on,
    services: action === "iam:PassRole" ? services : undefined,
  });
  const elsewhere = gain === "principal" && on === "user";
  return grants.filter((grant) => (!every || grant.every) && !(elsewhere && grant.ownUser));
}

interface Choice {
  readonly grants: readonly Grant[];
  /** What the grants on one type of resource have in common. */
  readonly shared: ReadonlyMap<string, Scope>;
}

/** Further combinations of grants are not tried. */
const MAX_CHOICES = 60;

/** One grant for each requirement, such that those on the same type of resource have one in common. */
function choose(
  requires: readonly Requirement[],
  candidates: readonly (readonly Grant[])[],
): readonly Grant[] | undefined {
  let choices: readonly Choice[] = [{ grants: [], shared: new Map() }];
  for (const [index, requirement] of requires.entries()) {
    const grants = candidates[index] ?? [];
    choices = choices
      .flatMap((choice) => grants.map((grant) => extend(choice, requirement, grant)))
      .filter((choice) => choice !== undefined)
      .toSorted((a, b) => conditionCount(a) - conditionCount(b))
      .slice(0, MAX_CHOICES);
  }
  return choices[0]?.grants;
}

function extend(choice: Choice, requirement: Requirement, grant: Grant): Choice | undefined {
  const grants = [...choice.grants, grant];
  if (requirement.on === "*") return { grants, shared: choice.shared };
  const type = resourceType(requirement);
  const before = choice.shared.get(type);
  const scope = before ? intersect(grant.scope, before) : grant.scope;
  return scope && { grants, shared: new Map([...choice.shared, [type, scope]]) };
}

function conditionCount({ grants }: Choice): number {
  return grants.filter(({ conditions }) => conditions.length > 0).length;
}

/** Roles are the same resources for IAM and for STS. */
function resourceType({ action, on }: Requirement): string {
  const { prefix } = splitAction(action);
  return `${prefix === "sts" ? "iam" : prefix} ${on}`;
}
