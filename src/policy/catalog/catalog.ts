import { type Arn, parseArn, variablesAsWildcards } from "../arn.ts";
import { globMatches, hasWildcard } from "../glob.ts";
import type { ActionData, CatalogData, KeyData, ReferenceData, ServiceData } from "./catalog-data.ts";

export type AccessLevel = "Read" | "Write" | "List" | "Tagging" | "Permissions management";

export interface ConditionKey {
  /** In AWS's spelling, with `${TagKey}` and the like where a part is free. */
  readonly name: string;
  /** `String`, `ARN`, `Bool`, `Numeric`, `Date`, `IPAddress`, …; `ArrayOf…` for multivalued keys. */
  readonly type: string;
}

export interface ResourceType {
  readonly name: string;
  /** ARN template, such as `arn:${Partition}:s3:::${BucketName}`. */
  readonly arn: string;
  readonly conditionKeys: readonly ConditionKey[];
}

/** The shape of a service's ARNs, its variables written as `*`. */
export interface ArnTemplate extends Arn {
  readonly resourceType: string;
  /** Prefix of the service whose reference has it. */
  readonly prefix: string;
}

export interface Action {
  readonly service: string;
  /** Without the prefix, in AWS's spelling. */
  readonly name: string;
  readonly accessLevels: readonly AccessLevel[];
  /** Keys that apply whatever the resource. */
  readonly conditionKeys: readonly ConditionKey[];
  readonly resources: readonly {
    readonly type: ResourceType;
    readonly required: boolean;
    readonly conditionKeys: readonly ConditionKey[];
  }[];
  readonly dependentActions: readonly string[];
}

export interface Service {
  readonly prefix: string;
  readonly name: string;
  readonly actions: ReadonlyMap<string, Action>;
  readonly resources: readonly ResourceType[];
  readonly conditionKeys: readonly ConditionKey[];
}

const levels: Readonly<Record<string, AccessLevel>> = {
  R: "Read",
  W: "Write",
  L: "List",
  T: "Tagging",
  P: "Permissions management",
};

/** Answers questions about services, actions, resource types and condition keys; unpacks a service on first use. */
export class Catalog {
  /** Day of the data, YYYY-MM-DD. */
  readonly dataAsOf: string;
  readonly rcpServices: ReadonlySet<string>;
  readonly reference: ReferenceData;
  readonly #data: CatalogData;
  readonly #services = new Map<string, Service>();
  readonly #globalKeys: readonly ConditionKey[];
  readonly #matches = new Map<string, readonly Action[]>();
  readonly #keys = new Map<string, ConditionKey | undefined>();
  #borrowed: ReadonlyMap<string, readonly ConditionKey[]> | undefined;
  #arnTemplates: ReadonlyMap<string, readonly ArnTemplate[]> | undefined;

  constructor(data: CatalogData) {
    this.#data = data;
    this.dataAsOf = data.dataAsOf;
    this.rcpServices = new Set(data.rcpServices);
    this.reference = data.reference;
    this.#globalKeys = data.globalKeys.map(toKey);
  }

  get servicePrefixes(): readonly string[] {
    return Object.keys(this.#data.services);
  }

  /** The full name of a service, such as `Amazon S3`. */
  serviceName(prefix: string): string | undefined {
    return Object.hasOwn(this.#data.services, prefix) ? this.#data.services[prefix]?.name : undefined;
  }

  get globalKeys(): readonly ConditionKey[] {
    return this.#globalKeys;
  }

  /** A service by its prefix, in any case. */
  service(prefix: string): Service | undefined {
    const name = prefix.toLowerCase();
    const known = this.#services.get(name);
    if (known) return known;
    if (!Object.hasOwn(this.#data.services, name)) return undefined;
    const data = this.#data.services[name];
    if (!data) return undefined;
    const service = unpack(name, data, this.#globalKeys);
    this.#services.set(name, service);
    return service;
  }

  /** Whether IAM takes a service prefix, in any case: those of the reference and those that have left it. */
  acceptsService(prefix: string): boolean {
    const name = prefix.toLowerCase();
    return Object.hasOwn(this.#data.services, name) || this.reference.retiredServices.includes(name);
  }

  /** Whether an entry of `Action` with a literal prefix names, or matches, any action that IAM takes. */
  acceptsAction(entry: string): boolean {
    const { prefix, name } = splitAction(entry.toLowerCase());
    if (this.reference.retiredServices.includes(prefix) || this.matchActions(entry).length > 0) return true;
    const { acceptedActions } = this.reference;
    const extra = Object.hasOwn(acceptedActions, prefix) ? acceptedActions[prefix] : undefined;
    return extra?.some((action) => globMatches(name, action)) ?? false;
  }

  /** An action by its full name, `s3:GetObject`, in any case. */
  action(fullName: string): Action | undefined {
    const { prefix, name } = splitAction(fullName);
    return this.service(prefix)?.actions.get(name.toLowerCase());
  }

  /**
   * The actions that an entry of `Action` stands for: `s3:Get*`, `*:Describe*`, `*`. Case does not matter.
   * Answers are remembered, because the same few patterns come up in every rule.
   */
  matchActions(pattern: string): readonly Action[] {
    if (!hasWildcard(pattern)) {
      const action = this.action(pattern);
      return action ? [action] : [];
    }
    const folded = pattern.toLowerCase();
    const known = this.#matches.get(folded);
    if (known) return known;
    const found = this.#findActions(folded);
    if (this.#matches.size >= MAX_REMEMBERED) this.#matches.clear();
    this.#matches.set(folded, found);
    return found;
  }

  #findActions(folded: string): readonly Action[] {
    const { prefix, name } = folded === "*" ? { prefix: "*", name: "*" } : splitAction(folded);
    return this.#matchServices(prefix).flatMap((service) => {
      if (!hasWildcard(name)) return service.actions.get(name) ?? [];
      return [...service.actions].filter(([key]) => globMatches(name, key)).map(([, action]) => action);
    });
  }

  #matchServices(prefix: string): readonly Service[] {
    const prefixes = hasWildcard(prefix)
      ? this.servicePrefixes.filter((candidate) => globMatches(prefix, candidate))
      : [prefix];
    return prefixes.map((candidate) => this.service(candidate)).filter((service) => service !== undefined);
  }

  /** A global key (`aws:…`) by its name, in any case; `aws:RequestTag/team` finds `aws:RequestTag/${TagKey}`. */
  globalKey(name: string): ConditionKey | undefined {
    return findKey(this.#globalKeys, name);
  }

  /** A key of a service by its name, in any case, such as `s3:prefix` or `ec2:ResourceTag/team`. */
  serviceKey(name: string): ConditionKey | undefined {
    const { prefix } = splitAction(name);
    const service = this.service(prefix);
    return service && findKey(service.conditionKeys, name);
  }

  /** Whether some key begins with this prefix: a service's own, or one such as `saml` or `catalog`. */
  hasKeyPrefix(prefix: string): boolean {
    return this.acceptsService(prefix) || this.#borrowedKeys(`${prefix}:`).length > 0;
  }

  /** Keys in the table of a service whose prefix is another, `saml:sub` in that of `sts` for example. */
  #borrowedKeys(name: string): readonly ConditionKey[] {
    this.#borrowed ??= groupBorrowed(this.#data);
    return this.#borrowed.get(splitAction(name.toLowerCase()).prefix) ?? [];
  }

  /** ARN templates by the service that their ARNs name, which may differ from the prefix of the actions. */
  arnTemplates(service: string): readonly ArnTemplate[] {
    this.#arnTemplates ??= groupTemplates(this.#data);
    return this.#arnTemplates.get(service.toLowerCase()) ?? [];
  }

  /** A global or service key by its name, with the type that IAM gives it. Answers are remembered. */
  conditionKey(name: string): ConditionKey | undefined {
    const folded = name.toLowerCase();
    if (this.#keys.has(folded)) return this.#keys.get(folded);
    const found = this.#findConditionKey(folded);
    if (this.#keys.size >= MAX_REMEMBERED) this.#keys.clear();
    if (folded.length <= MAX_KEY) this.#keys.set(folded, found);
    return found;
  }

  #findConditionKey(folded: string): ConditionKey | undefined {
    const key =
      this.globalKey(folded) ?? this.serviceKey(folded) ?? findKey(this.#borrowedKeys(folded), folded);
    const { conditionKeyTypes } = this.reference;
    const type = Object.hasOwn(conditionKeyTypes, folded) ? conditionKeyTypes[folded] : undefined;
    return key && type !== undefined ? { name: key.name, type } : key;
  }
}

/** Answers about longer names are not remembered. */
const MAX_KEY = 200;

const MAX_REMEMBERED = 2000;

/** `s3:GetObject` -> `s3`, `GetObject`. Without a colon everything is the prefix. */
export function splitAction(fullName: string): { prefix: string; name: string } {
  const colon = fullName.indexOf(":");
  return colon === -1
    ? { prefix: fullName, name: "" }
    : { prefix: fullName.slice(0, colon), name: fullName.slice(colon + 1) };
}

function toKey([name, type]: KeyData): ConditionKey {
  return { name, type };
}

/** Exact names first; then names with a free part, whose fixed parts have to agree. */
function findKey(keys: readonly ConditionKey[], name: string): ConditionKey | undefined {
  const { exact, templates } = indexOf(keys);
  const folded = name.toLowerCase();
  return exact.get(folded) ?? templates.find(({ glob }) => globMatches(glob, folded))?.key;
}

interface KeyIndex {
  readonly exact: ReadonlyMap<string, ConditionKey>;
  readonly templates: readonly { readonly glob: string; readonly key: ConditionKey }[];
}

/** Every condition of every statement asks: the names are folded once per list of keys. */
const keyIndexes = new WeakMap<readonly ConditionKey[], KeyIndex>();

function indexOf(keys: readonly ConditionKey[]): KeyIndex {
  const known = keyIndexes.get(keys);
  if (known) return known;
  const exact = new Map<string, ConditionKey>();
  for (const key of keys) {
    const folded = key.name.toLowerCase();
    if (!exact.has(folded)) exact.set(folded, key);
  }
  // Many services list the same key: the first of each glob answers for all of them.
  const templates = new Map<string, { readonly glob: string; readonly key: ConditionKey }>();
  for (const key of keys) {
    if (!key.name.includes("${")) continue;
    const glob = templateGlob(key.name);
    if (!templates.has(glob)) templates.set(glob, { glob, key });
  }
  const index = { exact, templates: [...templates.values()] };
  keyIndexes.set(keys, index);
  return index;
}

function templateGlob(template: string): string {
  return template.toLowerCase().replace(/\$\{[^}]*\}/g, "?*");
}

function unpack(prefix: string, data: ServiceData, globalKeys: readonly ConditionKey[]): Service {
  const conditionKeys = data.keys.map(toKey);
  const keysAt = (indexes: readonly number[]): ConditionKey[] =>
    indexes
      .map((index) => (index < 0 ? globalKeys[-index - 1] : conditionKeys[index]))
      .filter((key) => key !== undefined);
  const resources = data.resources.map(([name, arn, keys]) => ({ name, arn, conditionKeys: keysAt(keys) }));
  const toAction = ([name, access, keys, uses, dependentActions]: ActionData): Action => ({
    service: prefix,
    name,
    accessLevels: [...access].map((letter) => levels[letter]).filter((level) => level !== undefined),
    conditionKeys: keysAt(keys),
    resources: uses.flatMap(([index, required, useKeys]) => {
      const type = resources[index];
      return type ? { type, required: required === 1, conditionKeys: keysAt(useKeys) } : [];
    }),
    dependentActions,
  });
  const actions = data.actions.map(toAction);
  return {
    prefix,
    name: data.name,
    actions: new Map(actions.map((action) => [action.name.toLowerCase(), action])),
    resources,
    conditionKeys,
  };
}

function groupBorrowed(data: CatalogData): ReadonlyMap<string, readonly ConditionKey[]> {
  const groups = new Map<string, ConditionKey[]>();
  for (const [service, { keys }] of Object.entries(data.services))
    for (const key of keys.map(toKey)) {
      const prefix = splitAction(key.name).prefix.toLowerCase();
      if (prefix === service) continue;
      const group = groups.get(prefix);
      if (group) group.push(key);
      else groups.set(prefix, [key]);
    }
  return groups;
}

function groupTemplates(data: CatalogData): ReadonlyMap<string, readonly ArnTemplate[]> {
  const groups = new Map<string, ArnTemplate[]>();
  for (const [prefix, { resources }] of Object.entries(data.services))
    for (const [resourceType, text] of resources) {
      const arn = parseArn(variablesAsWildcards(text));
      if (!arn) continue;
      const template = { ...arn, resourceType, prefix };
      const group = groups.get(arn.service);
      if (group) group.push(template);
      else groups.set(arn.service, [template]);
    }
  return groups;
}
