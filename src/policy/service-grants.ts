import type { Policy, PrincipalEntry, Statement } from "./model.ts";

/** Headers that the caller writes itself. */
export const SET_BY_CALLER: ReadonlySet<string> = new Set(["aws:referer", "aws:useragent"]);

const SOURCE_KEYS: ReadonlySet<string> = new Set([
  "aws:sourcearn",
  "aws:sourceaccount",
  "aws:sourceorgid",
  "aws:sourceorgpaths",
]);

export interface ServiceGrant {
  readonly statement: Statement;
  /** The service principals. */
  readonly services: readonly PrincipalEntry[];
  /** Whether a condition says on whose behalf the service has to act. */
  readonly namesSource: boolean;
  /** Whether a condition asks for a header of the caller's instead. */
  readonly trustsCaller: boolean;
}

/** Allow statements of a resource policy that name service principals. */
export function serviceGrants(policy: Policy): readonly ServiceGrant[] {
  if (policy.type !== "resource") return [];
  return policy.statements.flatMap((statement): ServiceGrant[] => {
    const services = (statement.principal?.entries ?? []).filter(({ kind }) => kind === "Service");
    if (statement.effect !== "Allow" || services.length === 0) return [];
    const keys = statement.conditions.map(({ key }) => key.toLowerCase());
    return [
      {
        statement,
        services,
        namesSource: keys.some((key) => SOURCE_KEYS.has(key)),
        trustsCaller: keys.some((key) => SET_BY_CALLER.has(key)),
      },
    ];
  });
}
