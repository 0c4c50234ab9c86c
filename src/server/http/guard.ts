import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { isIP } from "node:net";

export interface GuardOptions {
  /** Host names under which the server is reached, besides localhost and addresses. Lower case, without port. */
  readonly hostNames: readonly string[];
  /** Unless there are none, every request has to carry one of them as `Authorization: Bearer …`. */
  readonly tokens: readonly string[];
}

export interface Refusal {
  readonly status: 401 | 403;
  readonly error: string;
}

/**
 * Why a request may not be answered, or undefined. A page in a browser can point a name of its own at this
 * machine (DNS rebinding) or post across origins; it cannot choose the Host and Origin that the browser sends.
 * An address in Host is safe: only a name can be pointed elsewhere.
 */
export function refuse(
  headers: IncomingHttpHeaders,
  { hostNames, tokens }: GuardOptions,
): Refusal | undefined {
  const host = hostNameOf(`http://${headers.host ?? ""}`);
  if (host === undefined || !(isLoopback(host) || isAddress(host) || hostNames.includes(host)))
    return {
      status: 403,
      error: "This Host is not served. Name it in IAM_PITFALLS_HTTP_HOSTS where the server is started.",
    };
  if (headers.origin !== undefined) {
    const origin = hostNameOf(headers.origin);
    if (origin === undefined || !(origin === host || isLoopback(origin) || hostNames.includes(origin)))
      return {
        status: 403,
        error: "Pages of this Origin may not call. Name its host in IAM_PITFALLS_HTTP_HOSTS.",
      };
  }
  if (tokens.length > 0 && !isOneOf(headers.authorization ?? "", tokens))
    return { status: 401, error: "Send the server's token: Authorization: Bearer <token>." };
  return undefined;
}

/** True for the names and addresses that no other machine can reach. */
export function isLoopback(host: string): boolean {
  return (
    host === "localhost" ||
    host === "[::1]" ||
    host === "::1" ||
    (isIP(host) === 4 && host.startsWith("127."))
  );
}

function isAddress(host: string): boolean {
  return isIP(host.replace(/^\[|\]$/g, "")) !== 0;
}

/** Lower case and without port; undefined for what is no URL of a web server, such as the origin `null`. */
function hostNameOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { hostname, protocol } = new URL(url);
  return hostname !== "" && /^https?:$/.test(protocol) ? hostname : undefined;
}

/**
 * Compared as digests, and with every token: neither the time nor the length tells how much of a guess was
 * right. Two tokens are valid while one replaces the other.
 */
function isOneOf(given: string, tokens: readonly string[]): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  const bytes = digest(given.replace(/^bearer +/i, ""));
  return tokens.map((token) => timingSafeEqual(bytes, digest(token))).includes(true);
}
