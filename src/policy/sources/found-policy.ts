import type { PolicyType } from "../model.ts";

/** A policy document inside another document. */
export interface FoundPolicy {
  /** What people call it: the address of the resource and the attribute, for example. */
  readonly name: string;
  readonly policyType: PolicyType;
  /** CloudFormation type of the resource that a resource policy is attached to, where it is known. */
  readonly resourceType?: string;
  /** The document, ready for `checkPolicy`. */
  readonly text: string;
  /** Where it stands in the source, as a JSON pointer (RFC 6901). */
  readonly pointer: string;
  /** Statements that were left out because what they say is known to a deployment alone. */
  readonly leftOut: number;
}

/** A value of the source with the way to it. */
export interface Spot {
  readonly value: unknown;
  readonly pointer: string;
}

/** Steps into an object or a list; the value is undefined where there is nothing of this name. */
export function at(spot: Spot, ...steps: readonly (string | number)[]): Spot {
  return steps.reduce<Spot>(
    ({ value, pointer }, step) => ({
      value: isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined,
      pointer: `${pointer}/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`,
    }),
    spot,
  );
}

/** The items of a list; none if the value is no list. */
export function itemsOf(spot: Spot): readonly Spot[] {
  return Array.isArray(spot.value) ? spot.value.map((_, index) => at(spot, index)) : [];
}

/** The members of an object with their names; none if the value is no object. */
export function membersOf(spot: Spot): readonly (readonly [string, Spot])[] {
  if (!isRecord(spot.value) || Array.isArray(spot.value)) return [];
  return Object.keys(spot.value).map((name) => [name, at(spot, name)]);
}

export function textOf({ value }: Spot): string | undefined {
  return typeof value === "string" ? value : undefined;
}

export function isRecord(value: unknown): value is Record<string | number, unknown> {
  return typeof value === "object" && value !== null;
}
