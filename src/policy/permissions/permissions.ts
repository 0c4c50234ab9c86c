import { type Catalog, splitAction } from "../catalog/catalog.ts";
import type { Condition, Policy, Statement } from "../model.ts";
import type { JsonNode } from "../parse/json-tree.ts";
import { ActionIndex } from "./action-index.ts";
import type { Context } from "./context.ts";
import { judgeConditions } from "./judge-conditions.ts";
import { requestContexts } from "./request-contexts.ts";
import {
  exclude,
  holdsEvery,
  intersect,
  narrow,
  noResource,
  type ResourcePattern,
  type Scope,
  toPattern,
  typePattern,
} from "./resource-scope.ts";

/**
 * The documents that apply to one principal. An action needs an Allow in `identity` and in every one of the
 * `limits`, and no Deny anywhere: AWS's evaluation of identity policies with permissions boundaries, service
 * control policies (one limit for each level of the organization) and session policies.
 */
export interface PolicySet {
  readonly identity: readonly Policy[];
  readonly limits: readonly (readonly Policy[])[];
}

/** Where a permission comes from. */
export interface GrantSource {
  readonly policy: Policy;
  readonly statement: Statement;
  /** The entry of Action that matches, or NotAction as a whole. */
  readonly action: JsonNode;
  /** The entry of Resource, or NotResource as a whole. */
  readonly resource: JsonNode;
}

/** A part of the resources of one type on which an action is allowed. */
export interface Grant {
  readonly scope: Scope;
  /** Conditions that decide whether it holds, and that cannot be told from the documents; empty: it holds. */
  readonly conditions: readonly Condition[];
  /** Every resource of the type in some account and Region, single exceptions aside. */
  readonly every: boolean;
  /** The caller's own user alone. */
  readonly ownUser: boolean;
  readonly source: GrantSource;
}

/** What the caller asks for: an action on a type of resource, and the services that a role could be passed to. */
export interface Ask {
  readonly action: string;
  readonly on: string;
  readonly services?: readonly string[] | undefined;
}

/** More grants than this for one question tell nothing new. The widest are kept. */
const MAX_GRANTS = 60;

/** Comparing resource patterns may cost this many characters in all; what comes after it counts as not allowed. */
const MAX_COST = 200_000_000;

/** No ARN is longer. */
const MAX_PATTERN = 2048;

/** Answers which actions a set of policies allows, and on what. */
export class Permissions {
  readonly #catalog: Catalog;
  readonly #identity: readonly IndexedStatement[];
  readonly #limits: readonly (readonly IndexedStatement[])[];
  readonly #denies: readonly IndexedStatement[];
  readonly #answers = new Map<string, readonly Grant[]>();
  #cost = 0;

  constructor({ identity, limits }: PolicySet, catalog: Catalog) {
    this.#catalog = catalog;
    const layers = [identity, ...limits].map((policies) => policies.flatMap(indexPolicy));
    const [first = [], ...others] = layers.map((layer) => layer.filter(({ effect }) => effect === "Allow"));
    this.#identity = first;
    this.#limits = others;
    this.#denies = layers.flat().filter(({ effect }) => effect === "Deny");
  }

  /** The grants of an action, the widest and surest first. */
  reach(ask: Ask): readonly Grant[] {
    const key = [ask.action, ask.on, ...(ask.services ?? [])].join(" ");
    const known = this.#answers.get(key);
    if (known) return known;
    const type = this.#type(ask);
    const contexts = requestContexts(ask.action, ask.services ?? [], this.#catalog);
    const action = ask.action.toLowerCase();
    const grants = contexts.flatMap((context) => this.#reachIn(action, type, context));
    const answer = widestFirst(grants);
    this.#answers.set(key, answer);
    return answer;
  }

  #type({ action, on }: Ask): Scope {
    const { prefix } = splitAction(action);
    const template = this.#catalog.service(prefix)?.resources.find(({ name }) => name === on)?.arn;
    return {
      type: template === undefined ? noResource : typePattern(template),
      ownAccount: prefix.toLowerCase() !== "sts",
      within: [],
      except: [],
    };
  }

  #reachIn(action: string, type: Scope, context: Context): readonly Grant[] {
    let grants = this.#allowed(this.#identity, action, type, context);
    for (const limit of this.#limits) {
      if (grants.length === 0) return grants;
      grants = limited(grants, this.#allowed(limit, action, type, context));
    }
    for (const deny of this.#denies) {
      if (grants.length === 0) return grants;
      if (deny.actions.placeOf(action)) grants = this.#without(grants, deny, context);
    }
    return grants;
  }

  #allowed(
    statements: readonly IndexedStatement[],
    action: string,
    type: Scope,
    context: Context,
  ): readonly Grant[] {
    const grants = statements.flatMap((indexed): Grant[] => {
      const place = indexed.actions.placeOf(action);
      if (!place) return [];
      const verdict = judgeConditions(indexed.statement.conditions, context);
      if (verdict === "no") return [];
      const conditions = verdict === "yes" ? [] : undecided(indexed.statement.conditions, context);
      return this.#scopes(indexed, type).map(({ scope, node, ownUser }) => ({
        scope,
        conditions,
        every: holdsEvery(scope) && !limitsResource(conditions, action),
        ownUser,
        source: { policy: indexed.policy, statement: indexed.statement, action: place, resource: node },
      }));
    });
    return widestFirst(grants);
  }

  /** The resources of a type that a statement names; the same for every action, so they are worked out once. */
  #scopes(indexed: IndexedStatement, type: Scope): readonly StatementScope[] {
    const key = `${type.type} ${type.ownAccount}`;
    const known = indexed.scopes.get(key);
    if (known) return known;
    const found = this.#findScopes(indexed, type);
    indexed.scopes.set(key, found);
    return found;
  }

  #findScopes(
    { statement, resources, notResources }: IndexedStatement,
    type: Scope,
  ): readonly StatementScope[] {
    if (statement.notResource) {
      if (!this.#affords(notResources, type)) return [];
      const scope = exclude(
        type,
        notResources.map(({ pattern }) => pattern),
      );
      return scope ? [{ scope, node: statement.notResource.member.value, ownUser: false }] : [];
    }
    const scopes: StatementScope[] = [];
    for (const { pattern, node } of resources) {
      if (!this.#affords([{ pattern, node }], type)) break;
      const scope = narrow(type, pattern);
      if (scope) scopes.push({ scope, node, ownUser: pattern.ownUser });
    }
    return scopes
      .toSorted((a, b) => Number(holdsEvery(b.scope)) - Number(holdsEvery(a.scope)))
      .slice(0, MAX_GRANTS);
  }

  #affords(patterns: readonly PlacedPattern[], { type }: Scope): boolean {
    for (const { pattern } of patterns) this.#cost += pattern.exact.length * type.length;
    return this.#cost <= MAX_COST;
  }

  /** What a Deny leaves of the grants. One that may or may not apply leaves them under its conditions. */
  #without(grants: readonly Grant[], deny: IndexedStatement, context: Context): readonly Grant[] {
    const { conditions } = deny.statement;
    const verdict = judgeConditions(conditions, context);
    if (verdict === "no") return grants;
    const open = verdict === "unknown" ? undecided(conditions, context) : [];
    return grants.flatMap((grant): readonly Grant[] => {
      const left = this.#remaining(grant.scope, deny);
      if (verdict === "yes" || (left.length === 1 && left[0] === grant.scope))
        return left.map((scope) => ({ ...grant, scope, every: grant.every && holdsEvery(scope) }));
      if (left.length > 0) return [grant];
      const every = grant.every && !open.some(({ key }) => isResourceTag(key));
      return [{ ...grant, every, conditions: [...grant.conditions, ...open] }];
    });
  }

  #remaining(scope: Scope, { statement, resources, notResources }: IndexedStatement): readonly Scope[] {
    const patterns = statement.notResource ? notResources : resources;
    if (!this.#affords(patterns, scope)) return [];
    if (statement.notResource)
      return patterns
        .slice(0, MAX_GRANTS)
        .map(({ pattern }) => narrow(scope, pattern))
        .filter((part) => part !== undefined);
    const left = exclude(
      scope,
      patterns.map(({ pattern }) => pattern),
    );
    return left ? [left] : [];
  }
}

interface PlacedPattern {
  readonly pattern: ResourcePattern;
  readonly node: JsonNode;
}

interface StatementScope {
  readonly scope: Scope;
  readonly node: JsonNode;
  readonly ownUser: boolean;
}

interface IndexedStatement {
  readonly policy: Policy;
  readonly statement: Statement;
  readonly effect: "Allow" | "Deny" | undefined;
  readonly actions: ActionIndex;
  readonly resources: readonly PlacedPattern[];
  readonly notResources: readonly PlacedPattern[];
  readonly scopes: Map<string, readonly StatementScope[]>;
}

function indexPolicy(policy: Policy): readonly IndexedStatement[] {
  return policy.statements.map((statement) => ({
    policy,
    statement,
    effect: statement.effect,
    actions: new ActionIndex(statement),
    resources: placedPatterns(statement.resource),
    notResources: placedPatterns(statement.notResource),
    scopes: new Map(),
  }));
}

function placedPatterns(element: Statement["resource"]): readonly PlacedPattern[] {
  const values = element?.values ?? [];
  return values
    .filter(({ value }) => value.length <= MAX_PATTERN)
    .map((node) => ({ pattern: toPattern(node.value), node }));
}

/** The grants that a limit allows too, with the conditions of both. */
function limited(grants: readonly Grant[], limits: readonly Grant[]): readonly Grant[] {
  const both = grants.flatMap((grant) =>
    limits.flatMap((limit): Grant[] => {
      const scope = intersect(grant.scope, limit.scope);
      if (!scope) return [];
      const conditions = [...grant.conditions, ...limit.conditions];
      return [{ ...grant, scope, conditions, every: grant.every && limit.every }];
    }),
  );
  return widestFirst(both);
}

function widestFirst(grants: readonly Grant[]): readonly Grant[] {
  const rank = ({ every, ownUser, conditions }: Grant): number =>
    (every ? 0 : 4) + (ownUser ? 2 : 0) + (conditions.length > 0 ? 1 : 0);
  return grants.toSorted((a, b) => rank(a) - rank(b)).slice(0, MAX_GRANTS);
}

function undecided(conditions: readonly Condition[], context: Context): readonly Condition[] {
  return conditions.filter((condition) => judgeConditions([condition], context) === "unknown");
}

/** A test of the resource's tags stands for a choice of resources. AWS says that iam:PassRole cannot rely on it. */
function limitsResource(conditions: readonly Condition[], action: string): boolean {
  if (action === "iam:passrole") return false;
  return conditions.some(
    ({ key, operator }) => isResourceTag(key) && !operator.negated && operator.base !== "Null",
  );
}

function isResourceTag(key: string): boolean {
  return /resourcetag\//i.test(key);
}
