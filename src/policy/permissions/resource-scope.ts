import { globCovers, globsIntersect } from "../glob.ts";

/** A pattern of Resource or NotResource, in the forms in which it is compared. */
export interface ResourcePattern {
  /** Partition `aws`, and `*` for policy variables. */
  readonly exact: string;
  /** Also `*` for the account. */
  readonly anyAccount: string;
  /** Also `*` for the Region. */
  readonly anywhere: string;
  /** Whether it names the caller's own user by the variable `aws:username`. */
  readonly ownUser: boolean;
}

export function toPattern(text: string): ResourcePattern {
  const exact = text
    .replace(/\$\{[^}]*\}/g, "*")
    .replace(/\*{2,}/g, "*")
    .replace(/^arn:aws-[a-z-]+:/, "arn:aws:");
  const fields = exact.split(":");
  const account = fields.length >= 6 && /^\d{12}$/.test(fields[4] ?? "");
  const anyAccount = account ? withField(fields, 4) : exact;
  const anywhere = fields.length >= 6 && fields[3] !== "" ? withField(anyAccount.split(":"), 3) : anyAccount;
  return { exact, anyAccount, anywhere, ownUser: /\$\{\s*aws:username\s*\}/i.test(text) };
}

function withField(fields: readonly string[], index: number): string {
  return fields.map((field, at) => (at === index ? "*" : field)).join(":");
}

/** What an action without resources is asked for: only a pattern of wildcards matches it. */
export const noResource = "-";

/** The ARNs of a type of resource as one pattern, from its template in the service authorization reference. */
export function typePattern(template: string): string {
  return template
    .replace("${Partition}", "aws")
    .replace(/\$\{(?:Region|Account)\}/g, "*")
    .replace(/\$\{[^}]*\}/g, "?*");
}

/** The resources of a type that match every one of `within` and none of `except`. */
export interface Scope {
  readonly type: string;
  /** Whether only the caller's own account is meant, so that a pattern with any account id covers all of it. */
  readonly ownAccount: boolean;
  readonly within: readonly ResourcePattern[];
  readonly except: readonly ResourcePattern[];
}

/** The part of a scope that also matches a pattern, or undefined where nothing is left. */
export function narrow(scope: Scope, pattern: ResourcePattern): Scope | undefined {
  if (!arnsIntersect(pattern.exact, scope.type)) return undefined;
  if (scope.within.some((other) => !arnsIntersect(pattern.exact, other.exact))) return undefined;
  return settle({ ...scope, within: [...scope.within, pattern] });
}

/** The part of a scope that does not match any of the patterns, or undefined where nothing is left. */
export function exclude(scope: Scope, patterns: readonly ResourcePattern[]): Scope | undefined {
  return settle({ ...scope, except: [...scope.except, ...patterns] });
}

/** The resources that both scopes hold, or undefined where none is. */
export function intersect(a: Scope, b: Scope): Scope | undefined {
  let result: Scope | undefined = exclude(a, b.except);
  for (const pattern of b.within) result = result && narrow(result, pattern);
  return result;
}

/** Whether the scope holds every resource of its type in some account and Region, single exceptions aside. */
export function holdsEvery(scope: Scope): boolean {
  return scope.within.every(({ anywhere }) => globCovers(anywhere, scope.type));
}

/** A scope is empty as soon as one exception covers its type or one of its patterns. */
function settle(scope: Scope): Scope | undefined {
  const { type, ownAccount, within, except } = scope;
  const gone = except.some((pattern) => {
    const outer = ownAccount ? pattern.anyAccount : pattern.exact;
    return globCovers(outer, type) || within.some(({ exact }) => globCovers(outer, exact));
  });
  return gone ? undefined : scope;
}

/** Names hold no colons: patterns with as many of them as each other have to agree part by part. */
function arnsIntersect(a: string, b: string): boolean {
  const [left, right] = [a.split(":"), b.split(":")];
  if (left.length !== right.length) return globsIntersect(a, b);
  return left.every((part, index) => globsIntersect(part, right[index] ?? ""));
}
