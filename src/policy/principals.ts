import type { PrincipalEntry, Statement } from "./model.ts";

/** Whom a statement names, in Principal or NotPrincipal. */
export function namedPrincipals({ principal, notPrincipal }: Statement): readonly PrincipalEntry[] {
  return [...(principal?.entries ?? []), ...(notPrincipal?.entries ?? [])];
}
