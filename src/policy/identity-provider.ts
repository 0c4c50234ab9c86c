import type { Statement } from "./model.ts";
import type { JsonString } from "./parse/json-tree.ts";

/** The provider of GitHub Actions. */
export const GITHUB = "token.actions.githubusercontent.com";

const OIDC_ARN = /^arn:[\w-]{1,30}:iam::\d{12}:oidc-provider\/(\S{1,255})$/;
const SAML_ARN = /^arn:[\w-]{1,30}:iam::\d{12}:saml-provider\/\S{1,255}$/;
const DOMAIN = /^[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,10}$/i;

/** What a federated principal is; undefined if it is neither. Templates' placeholders count as OIDC providers. */
export function providerKind(principal: string): "oidc" | "saml" | undefined {
  if (SAML_ARN.test(principal)) return "saml";
  return OIDC_ARN.test(principal) || DOMAIN.test(principal) || principal.includes("${") ? "oidc" : undefined;
}

/** The OIDC providers that an Allow trusts, with the host and path that their condition keys begin with. */
export function* trustedOidcProviders(
  statement: Statement,
): Iterable<{ readonly value: JsonString; readonly host: string }> {
  if (statement.effect !== "Allow") return;
  for (const { kind, value } of statement.principal?.entries ?? []) {
    const host = OIDC_ARN.exec(value.value)?.[1] ?? (DOMAIN.test(value.value) ? value.value : undefined);
    if (kind === "Federated" && host !== undefined) yield { value, host: host.toLowerCase() };
  }
}

/** The audience claim of a provider, `accounts.google.com:aud`. */
export function isAudience(key: string): boolean {
  return /^[^:\s]{1,255}\.[^:\s]{1,255}:aud$/i.test(key);
}
