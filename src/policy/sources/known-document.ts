import { isRecord } from "./found-policy.ts";

/** A policy document without what is unknown before a deployment. */
export interface KnownDocument {
  readonly document: unknown;
  /** Statements that could not be kept. */
  readonly leftOut: number;
}

/** Documents are far shallower; deeper ones are none. */
const MAX_DEPTH = 32;

const INTRINSIC = /^(?:Ref|Condition|Fn::[A-Za-z0-9:]{1,40})$/;

/** `{ "Fn::Sub": … }` and its like: what only CloudFormation can resolve. */
export function isIntrinsic(value: unknown): boolean {
  if (!isRecord(value) || Array.isArray(value)) return false;
  const [only, ...others] = Object.keys(value);
  // The element Condition of a statement stands beside others and holds an object.
  return (
    only !== undefined && others.length === 0 && INTRINSIC.test(only) && !isConditionElement(only, value)
  );
}

function isConditionElement(name: string, value: Record<string | number, unknown>): boolean {
  return name === "Condition" && isRecord(value[name]);
}

function isNoValue(value: unknown): boolean {
  return isRecord(value) && value["Ref"] === "AWS::NoValue" && isIntrinsic(value);
}

/**
 * The part of a document on which findings can be based. An unknown resource or condition value becomes a
 * literal that matches nothing else and that no rule judges; a statement with another unknown part is left
 * out. Undefined if too little is left: a Deny that is left out would make the rest look worse than it is.
 */
export function knownDocument(document: unknown): KnownDocument | undefined {
  if (!isRecord(document) || isIntrinsic(document)) return undefined;
  const { Statement, ...head } = document;
  if (holdsUnknown(head)) return undefined;
  const written = (Array.isArray(Statement) ? Statement : [Statement]).filter((item) => !isNoValue(item));
  const names = new Placeholders();
  const kept: unknown[] = [];
  for (const statement of written) {
    const known = isRecord(statement) ? knownStatement(statement, names) : statement;
    if (known !== undefined) kept.push(known);
    else if (!isRecord(statement) || statement["Effect"] !== "Allow") return undefined;
  }
  const leftOut = written.length - kept.length;
  if (kept.length === 0) return undefined;
  return { document: { ...head, Statement: kept }, leftOut };
}

const replaceable: ReadonlySet<string> = new Set(["Resource", "NotResource", "Condition"]);

function knownStatement(statement: Record<string, unknown>, names: Placeholders): unknown {
  if (isIntrinsic(statement)) return undefined;
  const entries: [string, unknown][] = [];
  for (const [name, value] of Object.entries(statement)) {
    if (isNoValue(value)) continue;
    if (!holdsUnknown(value)) entries.push([name, value]);
    // An unknown list can be any list, and a whole condition any condition.
    else if (!replaceable.has(name) || (name === "Condition" && isIntrinsic(value))) return undefined;
    else entries.push([name, names.fill(value, 0)]);
  }
  return Object.fromEntries(entries);
}

function holdsUnknown(value: unknown, depth = 0): boolean {
  if (!isRecord(value)) return false;
  if (depth > MAX_DEPTH || isIntrinsic(value)) return true;
  return Object.values(value).some((item) => holdsUnknown(item, depth + 1));
}

/** Gives each unknown value a text of its own, so that no two of them look alike. */
class Placeholders {
  #count = 0;

  fill(value: unknown, depth: number): unknown {
    if (!isRecord(value)) return value;
    if (depth > MAX_DEPTH || isIntrinsic(value)) {
      this.#count += 1;
      return `\${$}unknown-${this.#count}`;
    }
    if (Array.isArray(value))
      return value.filter((item) => !isNoValue(item)).map((item) => this.fill(item, depth + 1));
    const known = Object.entries(value).filter(([, item]) => !isNoValue(item));
    return Object.fromEntries(known.map(([name, item]) => [name, this.fill(item, depth + 1)]));
  }
}
