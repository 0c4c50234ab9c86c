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
  /** What the service authorization reference does not say. */
  readonly reference: ReferenceData;
}

/** The compiled `knowledge/reference.yaml`, which names the source of each part. */
export interface ReferenceData {
  /** Region codes by partition. */
  readonly regions: Readonly<Record<string, readonly string[]>>;
  /** Prefixes that left the reference and that IAM goes on accepting, with any action. */
  readonly retiredServices: readonly string[];
  /** Action names in lower case, by service prefix, that exist beside those of the reference. */
  readonly acceptedActions: Readonly<Record<string, readonly string[]>>;
  /** API operations in lower case (`s3:listbuckets`) and the action that authorises them. */
  readonly operationNames: Readonly<Record<string, string>>;
  /** Global condition keys that are documented beside those of the reference. */
  readonly globalKeys: readonly KeyData[];
  /** Services, as ARNs name them, that have resources of AWS's own with no account in their ARNs. */
  readonly accountlessServices: readonly string[];
  /** Condition keys, in lower case, that draw the line around what is trusted. */
  readonly sensitiveKeys: readonly string[];
  /** Condition keys, in lower case, whose value is the ARN of a KMS key. */
  readonly kmsKeyArnKeys: readonly string[];
  /** Actions that a key comes with, all in lower case; a name that ends in a colon begins several keys. */
  readonly keyActions: Readonly<Record<string, readonly string[]>>;
  /** Types of condition keys, by name in lower case, where they differ from the reference. */
  readonly conditionKeyTypes: Readonly<Record<string, string>>;
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
