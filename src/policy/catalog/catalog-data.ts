/**
 * The compact form of the service authorization data, as `scripts/compile-data.ts` writes it. Names are
 * in AWS's spelling; condition keys of actions and resource types are indexes into the service's `keys`
 * when they are zero or more, and into `globalKeys` when negative (-1 is the first).
 */
export interface CatalogData {
  /** Day of the data, YYYY-MM-DD. */
  readonly dataAsOf: string;
  readonly services: Readonly<Record<string, ServiceData>>;
  /** Global condition keys with their value type. */
  readonly globalKeys: readonly KeyData[];
  /** Prefixes of the services that resource control policies support. */
  readonly rcpServices: readonly string[];
}

export interface ServiceData {
  readonly name: string;
  readonly keys: readonly KeyData[];
  readonly resources: readonly ResourceData[];
  readonly actions: readonly ActionData[];
}

/** Name with `${…}` where a part is free, and type such as `String` or `ArrayOfString`. */
export type KeyData = readonly [name: string, type: string];

export type ResourceData = readonly [name: string, arn: string, keys: readonly number[]];

export type ActionData = readonly [
  name: string,
  /** `R`ead, `W`rite, `L`ist, `T`agging, `P`ermissions management; several letters where AWS gives several. */
  access: string,
  keys: readonly number[],
  resources: readonly ActionResourceData[],
  dependentActions: readonly string[],
];

/** Index into the service's resources; `required` is 1 or 0; keys that apply to this action on this resource. */
export type ActionResourceData = readonly [resource: number, required: 0 | 1, keys: readonly number[]];
