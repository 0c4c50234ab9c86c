import { type Catalog, splitAction } from "../catalog/catalog.ts";
import { type Condition, type Policy, type Statement, scalarText } from "../model.ts";
import type { JsonNode } from "../parse/json-tree.ts";
import { ActionIndex } from "./action-index.ts";
import type { Context, Verdict } from "./context.ts";
import { judgeConditions } from "./judge-conditions.ts";
import { RequestContexts } from "./request-contexts.ts";
import {
  covers,
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
const MAX_GRANTS = 40;

/** What comparing resource patterns may cost in all; what comes after it counts as not allowed. */
const MAX_COST = 15_000_000;

/** Up to this product of their lengths two patterns cost what they have in characters, as nearly all do. */
const CHEAP_PRODUCT = 10_000;

/** No ARN is longer. */
const MAX_PATTERN = 2048;

/** Answers which actions a set of policies allows, and on what. */
export class Permissions {
  readonly #shared: Shared;
  readonly #identity: readonly IndexedStatement[];
  readonly #limits: readonly (readonly IndexedStatement[])[];
  readonly #denies: readonly IndexedStatement[];
  readonly #answers = new Map<string, readonly Grant[]>();
  readonly #named = new Map<string, Named>();
  #cost = 0;

  constructor({ identity, limits }: PolicySet, catalog: Catalog) {
    this.#shared = sharedOf(catalog);
    const layers = [identity, ...limits].map((policies) => policies.flatMap(indexPolicy));
    const [first = [], ...others] = layers.map((layer) => layer.filter(({ effect }) => effect === "Allow"));
    this.#identity = first;
    this.#limits = others;
    this.#denies = layers.flat().filter(({ effect }) => effect === "Deny");
  }

  /** The grants of an action, the widest and surest first. */
  reach(ask: Ask): readonly Grant[] {
    const named = this.#statementsOn(ask.action);
    if (named.identity.length === 0) return [];
    const key = [ask.action, ask.on, ...(ask.services ?? [])].join(" ");
    const known = this.#answers.get(key);
    if (known) return known;
    const type = this.#shared.typeOf(ask);
    const contexts = this.#shared.contexts.of(ask.action, ask.services ?? []);
    const action = ask.action.toLowerCase();
    const grants = contexts.flatMap((context) => this.#reachIn(named, action, type, context));
    const answer = widestFirst(grants);
    this.#answers.set(key, answer);
    return answer;
  }

  /** Whether any statement allows an action on anything; a quick no for most policies and actions. */
  mentions(action: string): boolean {
    return this.#statementsOn(action).identity.length > 0;
  }

  /** The statements that are about an action; the same on every resource and in every context. */
  #statementsOn(action: string): Named {
    const known = this.#named.get(action);
    if (known) return known;
    const folded = action.toLowerCase();
    const on = (statements: readonly IndexedStatement[]): readonly Placed[] => {
      const placed: Placed[] = [];
      for (const indexed of statements) {
        const place = indexed.actions.placeOf(folded);
        if (place) placed.push({ indexed, place });
      }
      return placed;
    };
    const identity = on(this.#identity);
    const named =
      identity.length === 0
        ? nothingNamed
        : { identity, limits: this.#limits.map(on), denies: on(this.#denies) };
    this.#named.set(action, named);
    return named;
  }

  #reachIn(named: Named, action: string, type: Scope, context: Context): readonly Grant[] {
    let grants = this.#allowed(named.identity, action, type, context);
    for (const limit of named.limits) {
      if (grants.length === 0) return grants;
      grants = limited(grants, this.#allowed(limit, action, type, context));
    }
    return this.#afterDenies(grants, named.denies, type, context);
  }

  #allowed(statements: readonly Placed[], action: string, type: Scope, context: Context): readonly Grant[] {
    const widest = new WidestGrants();
    for (const { indexed, place } of statements) {
      if (widest.isFull) break;
      const { verdict, conditions } = judged(indexed, context);
      if (verdict === "no") continue;
      const wide = !limitsResource(conditions, action);
      for (const { scope, node, ownUser } of this.#scopes(indexed, type)) {
        const every = wide && holdsEvery(scope);
        if (!widest.takes({ every, ownUser, conditions })) continue;
        const source = {
          policy: indexed.policy,
          statement: indexed.statement,
          action: place,
          resource: node,
        };
        widest.add({ scope, conditions, every, ownUser, source });
      }
    }
    return widest.list();
  }

  /** The resources of a type that a statement names; the same for every action, so they are worked out once. */
  #scopes(indexed: IndexedStatement, type: Scope): readonly StatementScope[] {
    const known = indexed.scopes.get(type);
    if (known) return known;
    const found = this.#findScopes(indexed, type);
    indexed.scopes.set(type, found);
    return found;
  }

  #findScopes(indexed: IndexedStatement, type: Scope): readonly StatementScope[] {
    const { statement } = indexed;
    if (statement.notResource) {
      const { notResources } = indexed;
      if (!this.#affords(notResources, type)) return [];
      const scope = exclude(
        type,
        notResources.map(({ pattern }) => pattern),
      );
      return scope ? [{ scope, node: statement.notResource.member.value, ownUser: false }] : [];
    }
    const scopes: StatementScope[] = [];
    for (const { pattern, node } of indexed.resources) {
      if (!this.#affords([{ pattern, node }], type)) break;
      const scope = narrow(type, pattern);
      if (scope) scopes.push({ scope, node, ownUser: pattern.ownUser });
    }
    return scopes
      .toSorted((a, b) => Number(holdsEvery(b.scope)) - Number(holdsEvery(a.scope)))
      .slice(0, MAX_GRANTS);
  }

  #affords(patterns: readonly PlacedPattern[], { type, within }: Scope): boolean {
    const length = type.exact.length + (within[0]?.exact.length ?? 0);
    for (const { pattern } of patterns) {
      const product = pattern.exact.length * length;
      this.#cost += product > CHEAP_PRODUCT ? product : pattern.exact.length + length;
    }
    return this.#cost <= MAX_COST;
  }

  /**
   * What the Denies leave of the grants. One that may or may not apply leaves them under its conditions, if it
   * is about every resource of the type; about some of them it says nothing that is sure.
   */
  #afterDenies(
    grants: readonly Grant[],
    denies: readonly Placed[],
    type: Scope,
    context: Context,
  ): readonly Grant[] {
    let left = grants;
    const open: Condition[] = [];
    let chooses = false;
    for (const { indexed: deny } of denies) {
      if (left.length === 0) return left;
      const { verdict, conditions } = judged(deny, context);
      if (verdict === "yes") left = left.flatMap((grant) => this.#without(grant, deny));
      else if (verdict === "unknown" && this.#remaining(type, deny).length === 0) {
        for (const condition of conditions) open.push(condition);
        chooses ||= conditions.every(sparesByTag);
      }
    }
    return under(left, open, chooses);
  }

  #without(grant: Grant, deny: IndexedStatement): readonly Grant[] {
    return this.#remaining(grant.scope, deny).map(({ scope, ownUser }) =>
      scope === grant.scope
        ? grant
        : {
            ...grant,
            scope,
            every: grant.every && holdsEvery(scope),
            ownUser: grant.ownUser || ownUser,
          },
    );
  }

  /** What a Deny leaves of a scope if it applies; remembered, because many actions share their scopes. */
  #remaining(scope: Scope, deny: IndexedStatement): readonly Remainder[] {
    const known = deny.remaining.get(scope);
    if (known) return known;
    const left = this.#findRemaining(scope, deny);
    deny.remaining.set(scope, left);
    return left;
  }

  #findRemaining(scope: Scope, deny: IndexedStatement): readonly Remainder[] {
    const { statement } = deny;
    const placed = statement.notResource ? deny.notResources : deny.resources;
    if (!this.#affords(placed, scope)) return [];
    const patterns = placed.map(({ pattern }) => pattern);
    if (!statement.notResource) {
      const left = exclude(scope, patterns);
      return left ? [{ scope: left, ownUser: false }] : [];
    }
    if (patterns.some((pattern) => covers(pattern, scope))) return [{ scope, ownUser: false }];
    return patterns.slice(0, MAX_GRANTS).flatMap((pattern): Remainder[] => {
      const part = narrow(scope, pattern);
      return part ? [{ scope: part, ownUser: pattern.ownUser }] : [];
    });
  }
}

/** What does not depend on the policies; kept for each catalogue, so that many principals share it. */
class Shared {
  readonly contexts: RequestContexts;
  readonly #catalog: Catalog;
  readonly #types = new Map<string, Scope>();

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
    this.contexts = new RequestContexts(catalog);
  }

  /** All resources of a type; one object for each, because answers about it are remembered. */
  typeOf({ action, on }: Ask): Scope {
    const { prefix } = splitAction(action);
    const key = `${prefix} ${on}`;
    const known = this.#types.get(key);
    if (known) return known;
    const template = this.#catalog.service(prefix)?.resources.find(({ name }) => name === on)?.arn;
    const scope = {
      type: template === undefined ? toPattern(noResource) : typePattern(template),
      ownAccount: prefix.toLowerCase() !== "sts",
      within: [],
      except: [],
    };
    this.#types.set(key, scope);
    return scope;
  }
}

const sharedByCatalog = new WeakMap<Catalog, Shared>();

function sharedOf(catalog: Catalog): Shared {
  const known = sharedByCatalog.get(catalog);
  if (known) return known;
  const shared = new Shared(catalog);
  sharedByCatalog.set(catalog, shared);
  return shared;
}

interface PlacedPattern {
  readonly pattern: ResourcePattern;
  readonly node: JsonNode;
}

/** A part of a scope that a Deny leaves alone. */
type Remainder = Pick<Grant, "scope" | "ownUser">;

interface StatementScope {
  readonly scope: Scope;
  readonly node: JsonNode;
  readonly ownUser: boolean;
}

/** A statement with what has been worked out about it; most are about none of the actions asked for. */
class IndexedStatement {
  readonly policy: Policy;
  readonly statement: Statement;
  readonly effect: "Allow" | "Deny" | undefined;
  readonly actions: ActionIndex;
  readonly scopes = new Map<Scope, readonly StatementScope[]>();
  readonly remaining = new WeakMap<Scope, readonly Remainder[]>();
  readonly judgements = new Map<Context, Judgement>();
  #resources: readonly PlacedPattern[] | undefined;
  #notResources: readonly PlacedPattern[] | undefined;

  constructor(policy: Policy, statement: Statement) {
    this.policy = policy;
    this.statement = statement;
    this.effect = statement.effect;
    this.actions = new ActionIndex(statement);
  }

  get resources(): readonly PlacedPattern[] {
    this.#resources ??= placedPatterns(this.statement.resource);
    return this.#resources;
  }

  get notResources(): readonly PlacedPattern[] {
    this.#notResources ??= placedPatterns(this.statement.notResource);
    return this.#notResources;
  }
}

/** A statement about an action, with the place that makes it so. */
interface Placed {
  readonly indexed: IndexedStatement;
  readonly place: JsonNode;
}

interface Named {
  readonly identity: readonly Placed[];
  readonly limits: readonly (readonly Placed[])[];
  readonly denies: readonly Placed[];
}

const nothingNamed: Named = { identity: [], limits: [], denies: [] };

/** One index for each policy: managed policies apply to many principals. */
const indexes = new WeakMap<Policy, readonly IndexedStatement[]>();

function indexPolicy(policy: Policy): readonly IndexedStatement[] {
  const known = indexes.get(policy);
  if (known) return known;
  const index = makeIndex(policy);
  indexes.set(policy, index);
  return index;
}

function makeIndex(policy: Policy): readonly IndexedStatement[] {
  return policy.statements
    .filter(({ effect, action, notAction }) => effect && (action ?? notAction))
    .map((statement) => new IndexedStatement(policy, statement));
}

function placedPatterns(element: Statement["resource"]): readonly PlacedPattern[] {
  const values = element?.values ?? [];
  return values
    .filter(({ value }) => value.length <= MAX_PATTERN)
    .map((node) => ({ pattern: toPattern(node.value), node }));
}

/**
 * The grants under further conditions, the same for all of them: those with equal lists go on sharing one.
 * `chooses`: the conditions leave some resources alone, not every one.
 */
function under(grants: readonly Grant[], open: readonly Condition[], chooses: boolean): readonly Grant[] {
  if (open.length === 0) return grants;
  const joined = new Map<readonly Condition[], readonly Condition[]>();
  return grants.map((grant) => {
    const conditions = joined.get(grant.conditions) ?? [...grant.conditions, ...open];
    joined.set(grant.conditions, conditions);
    return { ...grant, every: grant.every && !chooses, conditions };
  });
}

/** The grants that a limit allows too, with the conditions of both. */
function limited(grants: readonly Grant[], limits: readonly Grant[]): readonly Grant[] {
  const both = grants.flatMap((grant) =>
    limits.flatMap((limit): Grant[] => {
      const scope = intersect(grant.scope, limit.scope);
      if (!scope) return [];
      const conditions = [...grant.conditions, ...limit.conditions];
      const every = grant.every && limit.every;
      return [{ ...grant, scope, conditions, every, ownUser: grant.ownUser || limit.ownUser }];
    }),
  );
  return widestFirst(both);
}

type GrantWidth = Pick<Grant, "every" | "ownUser" | "conditions">;

/** 0 for the widest and surest, up to 7. */
function rankOf({ every, ownUser, conditions }: GrantWidth): number {
  return (every ? 0 : 4) + (ownUser ? 2 : 0) + (conditions.length > 0 ? 1 : 0);
}

/** Collects the widest grants, those that come first before others of their rank. */
class WidestGrants {
  readonly #ranks: readonly Grant[][] = Array.from({ length: 8 }, () => []);

  /** Whether no further grant can count. */
  get isFull(): boolean {
    return this.#ranks[0]?.length === MAX_GRANTS;
  }

  takes(width: GrantWidth): boolean {
    return (this.#ranks[rankOf(width)]?.length ?? 0) < MAX_GRANTS;
  }

  add(grant: Grant): void {
    this.#ranks[rankOf(grant)]?.push(grant);
  }

  list(): readonly Grant[] {
    return this.#ranks.flat().slice(0, MAX_GRANTS);
  }
}

function widestFirst(grants: readonly Grant[]): readonly Grant[] {
  return grants.toSorted((a, b) => rankOf(a) - rankOf(b)).slice(0, MAX_GRANTS);
}

/** Whether the conditions of a statement hold, and those that cannot be told. */
interface Judgement {
  readonly verdict: Verdict;
  readonly conditions: readonly Condition[];
}

const unconditional: Judgement = { verdict: "yes", conditions: [] };

function judged({ statement, judgements }: IndexedStatement, context: Context): Judgement {
  if (statement.conditions.length === 0) return unconditional;
  const known = judgements.get(context);
  if (known) return known;
  const verdict = judgeConditions(statement.conditions, context);
  const open = (condition: Condition): boolean => judgeConditions([condition], context) === "unknown";
  const judgement = { verdict, conditions: verdict === "unknown" ? statement.conditions.filter(open) : [] };
  judgements.set(context, judgement);
  return judgement;
}

/** A test of the resource's tags stands for a choice of resources. AWS says that iam:PassRole cannot rely on it. */
function limitsResource(conditions: readonly Condition[], action: string): boolean {
  if (action === "iam:passrole") return false;
  return conditions.some(
    ({ key, operator }) => isResourceTag(key) && !operator.negated && operator.base !== "Null",
  );
}

/** Whether a Deny with this condition leaves alone just what carries a tag; the other way round it leaves nearly all. */
function sparesByTag({ key, operator, values }: Condition): boolean {
  if (!isResourceTag(key)) return false;
  return operator.base === "Null" ? values.some((value) => scalarText(value) === "true") : operator.negated;
}

function isResourceTag(key: string): boolean {
  return /resourcetag\//i.test(key);
}
