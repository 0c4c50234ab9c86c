import { globMatches } from "../glob.ts";
import type { Policy, Statement } from "../model.ts";
import { some, type Verdict } from "../permissions/context.ts";
import { judgeConditions } from "../permissions/judge-conditions.ts";

/** Whom a role trusts to assume it, as its trust policy says. */
export interface Trust {
  /** ARNs of users and roles that are named, with whether it holds without doubt. */
  readonly arns: ReadonlyMap<string, Verdict>;
  /** Whether the whole account is trusted: then its principals need permission for sts:AssumeRole too. */
  readonly account: Verdict;
  /** Service principals that may be handed the role. */
  readonly services: ReadonlySet<string>;
}

export function readTrust(policy: Policy, accountId: string): Trust {
  const trust: GrowingTrust = { arns: new Map(), account: "no", services: new Set() };
  for (const statement of policy.statements) {
    if (statement.effect !== "Allow" || !allowsAssuming(statement)) continue;
    const verdict = judgeConditions(statement.conditions, new Map());
    if (verdict !== "no") addPrincipals(statement, verdict, trust, accountId);
  }
  return trust;
}

interface GrowingTrust {
  readonly arns: Map<string, Verdict>;
  account: Verdict;
  readonly services: Set<string>;
}

function addPrincipals(
  { principal }: Statement,
  verdict: Verdict,
  trust: GrowingTrust,
  accountId: string,
): void {
  const named = principal?.entries ?? [];
  for (const { kind, value } of named) if (kind === "Service") trust.services.add(value.value.toLowerCase());
  const aws = named.filter(({ kind }) => kind === "AWS").map(({ value }) => value.value);
  if (principal?.everyone) aws.push(principal.everyone.value);
  for (const name of aws) {
    if (isAccount(name, accountId)) trust.account = some([trust.account, verdict]);
    else trust.arns.set(name, some([trust.arns.get(name) ?? "no", verdict]));
  }
}

function allowsAssuming({ action, notAction }: Statement): boolean {
  const matches = ({ value }: { readonly value: string }): boolean =>
    globMatches(value.toLowerCase(), "sts:assumerole");
  if (action) return action.values.some(matches);
  return notAction !== undefined && !notAction.values.some(matches);
}

function isAccount(principal: string, accountId: string): boolean {
  const fields = principal.split(":");
  const root = fields[2] === "iam" && fields[4] === accountId && fields[5] === "root";
  return principal === "*" || principal === accountId || root;
}
