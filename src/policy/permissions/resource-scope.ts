import { globCovers, globsIntersect } from "../glob.ts";

/** A pattern of Resource or NotResource, in the forms in which it is compared. */
export interface ResourcePattern {
  /** As written. */
  readonly text: string;
  /** Whether a policy variable stands in it: then it matches what that comes to, and not all that `*` would. */
  readonly hasVariable: boolean;
  /** Partition `aws`, and `*` for policy variables. */
  readonly exact: string;
  /** Also `*` for the account. */
  readonly anyAccount: string;
  /** Also `*` for the Region. */
  readonly anywhere: string;
  /** The parts of `exact` between colons. */
  readonly fields: readonly string[];
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
  const hasVariable = text.includes("${");
  return {
    text,
    hasVariable,
    exact,
    anyAccount,
    anywhere,
    fields,
    ownUser: /\$\{\s*aws:username\s*\}/i.test(text),
  };
}

function withField(fields: readonly string[], index: number): string {
  return fields.map((field, at) => (at === index ? "*" : field)).join(":");
}

/** What an action without resources is asked for: only a pattern of wildcards matches it. */
export const noResource = "-";

/** The ARNs of a type of resource as one pattern, from its template in the service authorization reference. */
export function typePattern(template: string): ResourcePattern {
  return toPattern(
    template
      .replace("${Partition}", "aws")
      .replace(/\$\{(?:Region|Account)\}/g, "*")
      .replace(/\$\{[^}]*\}/g, "?*"),
  );
}

/** The resources of a type that match every one of `within` and none of `except`. */
export interface Scope {
  readonly type: ResourcePattern;
  /** Whether only the caller's own account is meant, so that a pattern with any account id covers all of it. */
  readonly ownAccount: boolean;
  readonly within: readonly ResourcePattern[];
  readonly except: readonly ResourcePattern[];
}

/** More exceptions are not remembered: a scope may then be taken for wider than it is. */
const MAX_EXCEPTIONS = 100;

/** The part of a scope that also matches a pattern, or undefined where nothing is left. */
export function narrow(scope: Scope, pattern: ResourcePattern): Scope | undefined {
  if (!intersects(pattern, scope.type)) return undefined;
  if (scope.within.some((other) => !intersects(pattern, other))) return undefined;
  const narrowed = { ...scope, within: [...scope.within, pattern] };
  return scope.except.some((exception) => covers(exception, narrowed)) ? undefined : narrowed;
}

/** The part of a scope that does not match any of the patterns, or undefined where nothing is left. */
export function exclude(scope: Scope, patterns: readonly ResourcePattern[]): Scope | undefined {
  const met = patterns.filter((pattern) => intersects(pattern, scope.type));
  if (met.some((pattern) => covers(pattern, scope))) return undefined;
  if (met.length === 0 || scope.except.length >= MAX_EXCEPTIONS) return scope;
  return { ...scope, except: [...scope.except, ...met].slice(0, MAX_EXCEPTIONS) };
}

/** The resources that both scopes hold, or undefined where none is. */
export function intersect(a: Scope, b: Scope): Scope | undefined {
  let result: Scope | undefined = exclude(a, b.except);
  for (const pattern of b.within) result = result && narrow(result, pattern);
  return result;
}

/** Whether the scope holds every resource of its type in some account and Region, single exceptions aside. */
export function holdsEvery(scope: Scope): boolean {
  return scope.within.every(
    ({ anywhere, hasVariable }) => !hasVariable && globCovers(anywhere, scope.type.exact),
  );
}

/** Whether a pattern matches every resource of a scope: of its type, or of one of the patterns within which it lies. */
export function covers(pattern: ResourcePattern, { type, ownAccount, within }: Scope): boolean {
  if (pattern.hasVariable) return within.some(({ text }) => text === pattern.text);
  const outer = ownAccount ? pattern.anyAccount : pattern.exact;
  return globCovers(outer, type.exact) || within.some(({ exact }) => globCovers(outer, exact));
}

/** Names hold no colons: patterns with as many of them as each other have to agree part by part. */
function intersects(a: ResourcePattern, b: ResourcePattern): boolean {
  if (a.exact === "*" || b.exact === "*") return true;
  if (a.fields.length !== b.fields.length) return globsIntersect(a.exact, b.exact);
  return a.fields.every((part, index) => {
    const other = b.fields[index] ?? "";
    return part === other || part === "*" || other === "*" || globsIntersect(part, other);
  });
}
