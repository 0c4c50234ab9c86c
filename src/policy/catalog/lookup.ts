import { nearNames } from "../../near-names.ts";
import { hasWildcard } from "../glob.ts";
import {
  type Action,
  type Catalog,
  type ConditionKey,
  type ResourceType,
  type Service,
  splitAction,
} from "./catalog.ts";

export const lookupKinds = ["action", "service", "condition-key", "resource-type"] as const;
export type LookupKind = (typeof lookupKinds)[number];

export interface Lookup {
  readonly exists: boolean;
  readonly kind: LookupKind;
  /** In AWS's spelling if it exists, else as asked. */
  readonly name: string;
  readonly details?: LookupDetails;
  /** Nearest names, best first: only for what does not exist. */
  readonly closest: readonly string[];
}

export interface LookupDetails {
  readonly service?: string;
  readonly serviceName?: string;
  readonly accessLevels?: readonly string[];
  readonly resourceTypes?: readonly {
    readonly name: string;
    readonly arn: string;
    readonly required: boolean;
  }[];
  readonly conditionKeys?: readonly string[];
  readonly dependentActions?: readonly string[];
  /** The action that authorises the API operation of the name asked, which is no action itself. */
  readonly authorizedBy?: string;
  /** Value type of a condition key. */
  readonly type?: string;
  readonly multivalued?: boolean;
  readonly global?: boolean;
  readonly arn?: string;
  /** What a wildcard stands for: all of them up to a limit, and how many there are. */
  readonly actions?: readonly string[];
  readonly count?: number;
  /** Counts of a service. */
  readonly actionCount?: number;
  readonly resourceTypeCount?: number;
  /** Under what other kinds the same name exists. */
  readonly alsoA?: readonly LookupKind[];
}

const MAX_EXPANDED = 200;
/** EC2 has more; the rest are had by name, and a result stays below 20,000 characters. */
const MAX_RESOURCE_TYPES = 80;
const MAX_CLOSEST = 5;

/** A name of the service authorization reference: exact in any case, expanded if it has wildcards, near if misspelt. */
export function lookup(catalog: Catalog, query: string, kind?: LookupKind): Lookup {
  const name = query.trim();
  const kinds = kind ? [kind] : likelyKinds(name);
  const found = kinds
    .map((candidate) => finders[candidate](catalog, name))
    .filter((result) => result !== undefined);
  const [first, ...others] = found;
  if (first) {
    const alsoA = others.map((other) => other.kind);
    return alsoA.length === 0 ? first : { ...first, details: { ...first.details, alsoA } };
  }
  const [asked = "action"] = kinds;
  const authorizedBy = kinds.includes("action") ? authorizingAction(catalog, name) : undefined;
  if (authorizedBy === undefined)
    return { exists: false, kind: asked, name, closest: closestNames(catalog, name, asked) };
  const closest = closestNames(catalog, name, "action");
  return {
    exists: false,
    kind: "action",
    name,
    details: { authorizedBy },
    closest: [...new Set([authorizedBy, ...closest])].slice(0, MAX_CLOSEST),
  };
}

/** `s3:ListBucket` for `s3:ListObjectsV2`; a bare operation name only where one service has it. */
function authorizingAction(catalog: Catalog, name: string): string | undefined {
  const { operationNames } = catalog.reference;
  const folded = name.toLowerCase();
  if (folded.includes(":")) return Object.hasOwn(operationNames, folded) ? operationNames[folded] : undefined;
  const found = Object.entries(operationNames).filter(([operation]) => operation.endsWith(`:${folded}`));
  return found.length === 1 ? found[0]?.[1] : undefined;
}

function likelyKinds(name: string): readonly LookupKind[] {
  if (/^aws:/i.test(name)) return ["condition-key"];
  if (!name.includes(":") && !hasWildcard(name)) return ["service", "action", "resource-type"];
  if (name.includes("/")) return ["condition-key", "resource-type", "action"];
  return ["action", "condition-key", "resource-type"];
}

const finders: Readonly<Record<LookupKind, (catalog: Catalog, name: string) => Lookup | undefined>> = {
  action: findAction,
  service: findService,
  "condition-key": findConditionKey,
  "resource-type": findResourceType,
};

function findAction(catalog: Catalog, name: string): Lookup | undefined {
  if (hasWildcard(name)) return expand(catalog, name);
  const action = catalog.action(name);
  if (action) {
    const service = catalog.service(action.service);
    return {
      exists: true,
      kind: "action",
      name: fullName(action),
      details: {
        service: action.service,
        ...(service && { serviceName: service.name }),
        accessLevels: action.accessLevels,
        resourceTypes: action.resources.map(({ type, required }) => ({
          name: type.name,
          arn: type.arn,
          required,
        })),
        conditionKeys: keysOf(action),
        dependentActions: action.dependentActions,
      },
      closest: [],
    };
  }
  if (name.includes(":")) return undefined;
  // A bare name is looked for in every service: several may have it.
  const everywhere = catalog.matchActions(`*:${name}`).map(fullName);
  return everywhere.length === 0
    ? undefined
    : {
        exists: true,
        kind: "action",
        name,
        details: { actions: everywhere.slice(0, MAX_EXPANDED), count: everywhere.length },
        closest: [],
      };
}

function expand(catalog: Catalog, pattern: string): Lookup | undefined {
  const actions = catalog.matchActions(pattern).map(fullName);
  if (actions.length === 0) return undefined;
  return {
    exists: true,
    kind: "action",
    name: pattern,
    details: { actions: actions.slice(0, MAX_EXPANDED), count: actions.length },
    closest: [],
  };
}

function fullName(action: Action): string {
  return `${action.service}:${action.name}`;
}

function keysOf(action: Action): string[] {
  const keys: ConditionKey[] = [
    ...action.conditionKeys,
    ...action.resources.flatMap(({ conditionKeys, type }) => [...conditionKeys, ...type.conditionKeys]),
  ];
  return [...new Set(keys.map((key) => key.name))].sort();
}

function findService(catalog: Catalog, name: string): Lookup | undefined {
  const service = catalog.service(name.replace(/:\*?$/, "")) ?? serviceByName(catalog, name);
  return (
    service && {
      exists: true,
      kind: "service",
      name: service.prefix,
      details: {
        serviceName: service.name,
        actionCount: service.actions.size,
        resourceTypeCount: service.resources.length,
        resourceTypes: service.resources
          .slice(0, MAX_RESOURCE_TYPES)
          .map(({ name: type, arn }) => ({ name: type, arn, required: false })),
        conditionKeys: service.conditionKeys.map((key) => key.name),
      },
      closest: [],
    }
  );
}

function serviceByName(catalog: Catalog, name: string): Service | undefined {
  const prefix = catalog.servicePrefixes.find(
    (candidate) => catalog.serviceName(candidate)?.toLowerCase() === name.toLowerCase(),
  );
  return prefix === undefined ? undefined : catalog.service(prefix);
}

function findConditionKey(catalog: Catalog, name: string): Lookup | undefined {
  const global = catalog.globalKey(name);
  const key = global ?? catalog.serviceKey(name);
  return (
    key && {
      exists: true,
      kind: "condition-key",
      name: key.name,
      details: {
        type: key.type,
        multivalued: key.type.startsWith("ArrayOf"),
        global: global !== undefined,
        ...(!global && { service: splitAction(key.name).prefix }),
      },
      closest: [],
    }
  );
}

/** `s3:bucket`, `s3/bucket`, or `bucket` for every service that has one. */
function findResourceType(catalog: Catalog, name: string): Lookup | undefined {
  const [, prefix = "", typeName = name] = /^([a-z0-9-]+)[:/](.+)$/i.exec(name) ?? [];
  const prefixes = prefix ? [prefix] : catalog.servicePrefixes;
  const found = prefixes.flatMap((candidate) => {
    const service = catalog.service(candidate);
    const type = service?.resources.find(
      (resource) => resource.name.toLowerCase() === typeName.toLowerCase(),
    );
    return service && type ? [{ service, type }] : [];
  });
  const [first] = found;
  if (!first) return undefined;
  return {
    exists: true,
    kind: "resource-type",
    name: resourceName(first.service, first.type),
    details: {
      service: first.service.prefix,
      serviceName: first.service.name,
      arn: first.type.arn,
      conditionKeys: first.type.conditionKeys.map((key) => key.name),
      ...(found.length > 1 && {
        resourceTypes: found.map(({ service, type }) => ({
          name: resourceName(service, type),
          arn: type.arn,
          required: false,
        })),
      }),
    },
    closest: [],
  };
}

function resourceName(service: Service, type: ResourceType): string {
  return `${service.prefix}:${type.name}`;
}

/** Longer names are cut: the pattern of a fuzzy search costs time by its length. */
const MAX_FUZZY = 48;

function closestNames(catalog: Catalog, name: string, kind: LookupKind): string[] {
  const asked = name.slice(0, MAX_FUZZY * 2);
  const { prefix, name: rest } = splitAction(asked);
  if (kind === "service") return nearest(asked, catalog.servicePrefixes, MAX_CLOSEST);
  if (kind === "condition-key") {
    const own = catalog.service(prefix)?.conditionKeys ?? [];
    const names = [...catalog.globalKeys, ...own].map((key) => key.name);
    return nearest(asked, names, MAX_CLOSEST);
  }
  if (kind === "resource-type") {
    const service = catalog.service(prefix);
    const names = service?.resources.map((type) => resourceName(service, type)) ?? [];
    return nearest(asked, names, MAX_CLOSEST);
  }
  // The service first, exact or near, then the action within it; a bare name within all services.
  if (rest === "") return nearest(asked, allActions(catalog, catalog.servicePrefixes), MAX_CLOSEST);
  const prefixes = catalog.service(prefix) ? [prefix] : nearest(prefix, catalog.servicePrefixes, 3);
  const near = prefixes.flatMap((candidate) => {
    const service = catalog.service(candidate);
    const names = service ? [...service.actions.values()].map((action) => action.name) : [];
    return nearest(rest.replaceAll("*", ""), names, MAX_CLOSEST).map(
      (action) => `${service?.prefix}:${action}`,
    );
  });
  const elsewhere = catalog.matchActions(`*:${rest}`).slice(0, MAX_CLOSEST).map(fullName);
  return [...new Set([...near, ...elsewhere])].slice(0, MAX_CLOSEST);
}

function allActions(catalog: Catalog, prefixes: readonly string[]): string[] {
  return prefixes.flatMap((prefix) => [...(catalog.service(prefix)?.actions.values() ?? [])].map(fullName));
}

function nearest(name: string, names: readonly string[], limit: number): string[] {
  return nearNames(name, names, { limit, tolerance: 0.45, maxLength: MAX_FUZZY });
}
