import type { PrincipalEntry, Statement } from "../model.ts";
import { every, some, type Verdict } from "../permissions/context.ts";
import { type Principal, sessionArn } from "./request.ts";

/**
 * How a statement of a resource's policy reaches the caller. It makes a difference in the account of the caller:
 * - `directly`: by name as user or session, or as everyone with a condition on aws:PrincipalArn; nothing that only
 *   leaves the request unmentioned stops it.
 * - `as-role`: by the ARN of the role (or of the user behind a federated session); boundary and session policy limit it.
 * - `as-everyone`: by `*`; AWS does not say whether a boundary limits that.
 * - `as-account`: the account hands it on; identity policies have to allow it too.
 */
export const ways = ["directly", "as-role", "as-everyone", "as-account"] as const;
export type Way = (typeof ways)[number];

export interface Reached {
  readonly way: Way;
  readonly verdict: Verdict;
}

/** The ways in which Principal names the caller. */
export function waysTo(statement: Statement, caller: Principal): readonly Reached[] {
  const { principal, notPrincipal } = statement;
  // An Allow with NotPrincipal is not supported; services that take it let in everybody else.
  if (!principal) return notPrincipal ? [{ way: "directly", verdict: "unknown" }] : [];
  const found = principal.entries.flatMap((entry) => wayOf(entry, caller) ?? []);
  return everyoneIn(statement) ? [...found, { way: everyoneWay(statement, caller), verdict: "yes" }] : found;
}

/** Whether a Deny reaches the caller: by Principal, or by not sparing it in NotPrincipal. */
export function denyReaches(statement: Statement, caller: Principal, hasBoundary: boolean): Verdict {
  const { principal, notPrincipal } = statement;
  if (principal) return some(waysTo(statement, caller).map(({ verdict }) => verdict));
  if (!notPrincipal) return "no";
  if (hasBoundary && (caller.kind === "user" || caller.kind === "role")) return "yes";
  return notPrincipal.everyone ? "no" : spares(notPrincipal.entries, caller);
}

/** AWS may look at the account, the role and the session one after the other: each has to be listed. */
function spares(entries: readonly PrincipalEntry[], caller: Principal): Verdict {
  const named = entries.flatMap((entry) => wayOf(entry, caller) ?? []);
  if (named.length === 0) return "yes";
  if ("service" in caller || "provider" in caller) return "no";
  const listed = neededWays[caller.kind].map((way) =>
    some(named.filter((each) => each.way === way).map(({ verdict }) => verdict)),
  );
  return every(listed) === "yes" ? "no" : "unknown";
}

const neededWays = {
  user: ["directly", "as-account"],
  "federated-user": ["directly", "as-account"],
  role: ["as-role", "as-account"],
  root: ["directly"],
  anonymous: ["directly"],
} as const satisfies Record<string, readonly Way[]>;

function everyoneIn({ principal }: Statement): boolean {
  if (principal?.everyone?.value === "*") return true;
  return principal?.entries.some(({ kind, value }) => kind === "AWS" && value.value === "*") === true;
}

function everyoneWay({ conditions }: Statement, caller: Principal): Way {
  if (!("arn" in caller) || caller.kind === "root") return "directly";
  const byArn = conditions.some(
    ({ key, operator }) =>
      key.toLowerCase() === "aws:principalarn" && !operator.negated && operator.base !== "Null",
  );
  return byArn ? "directly" : "as-everyone";
}

function wayOf({ kind, value: { value } }: PrincipalEntry, caller: Principal): Reached | undefined {
  if (kind === "Service")
    return caller.kind === "service" ? same(value, caller.service, "directly") : undefined;
  if (kind === "Federated")
    return caller.kind === "web-or-saml" ? same(value, caller.provider, "directly") : undefined;
  if (kind !== "AWS" || !("arn" in caller)) return undefined;
  if (isAccount(value, caller.account))
    return { way: caller.kind === "root" ? "directly" : "as-account", verdict: "yes" };
  if (caller.kind === "role") return roleWay(value, caller);
  if (caller.kind === "federated-user" && isUserOf(value, caller)) return { way: "as-role", verdict: "yes" };
  return same(value, caller.arn, "directly");
}

function roleWay(value: string, role: Principal & { readonly kind: "role" }): Reached | undefined {
  if (value === role.arn) return { way: "as-role", verdict: "yes" };
  const session = sessionArn(role);
  if (role.session !== undefined) return same(value, session, "directly");
  // Some session of the role: whether it is this one is not known.
  const prefix = session.slice(0, session.lastIndexOf("/") + 1);
  return value.startsWith(prefix) ? { way: "directly", verdict: "unknown" } : undefined;
}

function isUserOf(
  value: string,
  { account, name }: Principal & { readonly kind: "federated-user" },
): boolean {
  const fields = value.split(":");
  return (
    fields[2] === "iam" && fields[4] === account && value.includes(":user/") && value.endsWith(`/${name}`)
  );
}

function same(value: string, wanted: string, way: Way): Reached | undefined {
  return value === wanted ? { way, verdict: "yes" } : undefined;
}

function isAccount(value: string, account: string): boolean {
  const fields = value.split(":");
  return value === account || (fields[2] === "iam" && fields[4] === account && fields[5] === "root");
}
