import { DocsError } from "../docs-error.ts";
import { BLOCKED_ADDRESS } from "./address-guard.ts";

/** What we know about the connection on which something failed. */
export interface FailureContext {
  /** The host, or "the mirror host": as it stands within a sentence. */
  readonly host: string;
  /** `host:port` of the proxy, without credentials, when one was used. */
  readonly proxy: string | undefined;
  readonly callerSignal: AbortSignal | undefined;
  readonly totalSignal: AbortSignal;
}

/** Turns whatever undici, TLS or zlib threw into one of our errors, in our words only. */
export function explainFailure(error: unknown, context: FailureContext): DocsError {
  if (error instanceof DocsError) return error;
  if (context.callerSignal?.aborted) return new DocsError("cancelled", "The request was cancelled.");
  const codes = errorCodes(error);
  if (context.totalSignal.aborted || codes.some((code) => TIMEOUTS.has(code))) return timeout(context, error);
  if (codes.some((code) => TOO_LARGE.has(code)))
    return new DocsError("too_large", "The page is larger than any documentation page: it was not read.", {
      cause: error,
    });
  if (codes.some((code) => DAMAGED_CODE.test(code)))
    return new DocsError(
      "server_error",
      "The page came damaged: its compression cannot be undone. Try again later; a proxy may have changed it on the way.",
      { cause: error },
    );
  if (codes.includes(BLOCKED_ADDRESS))
    return new DocsError(
      "refused",
      `The name ${context.host} resolves to a private address here: it was not contacted. Check this machine's DNS.`,
      { cause: error },
    );
  if (codes.some(isTlsCode)) return tls(context, error);
  if (context.proxy !== undefined && codes.some((code) => PROXY_CODES.has(code)))
    return proxy(context, error);
  return network(context, codes, error);
}

/** True for failures after which a second try may do better; a proxy that refuses locks accounts instead. */
export function isWorthRetrying(error: DocsError): boolean {
  return error.code === "network";
}

const TIMEOUTS = new Set([
  "UND_ERR_CONNECT_TIMEOUT",
  "UND_ERR_HEADERS_TIMEOUT",
  "UND_ERR_BODY_TIMEOUT",
  "ETIMEDOUT",
]);
const TOO_LARGE = new Set([
  "UND_ERR_RES_EXCEEDED_MAX_SIZE",
  "ERR_BUFFER_TOO_LARGE",
  "UND_ERR_HEADERS_OVERFLOW",
]);
/** With a proxy, the only address that is looked up and connected to is the proxy's. */
const PROXY_CODES = new Set([
  "ENOTFOUND",
  "EAI_AGAIN",
  "ECONNREFUSED",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_ABORTED",
]);
const DNS_CODES = new Set(["ENOTFOUND", "EAI_AGAIN"]);
/** What zlib says of gzip, deflate and Brotli. */
const DAMAGED_CODE = /^(?:Z_|ERR__ERROR_|ERR_PADDING_)/;
const TLS_CODE =
  /^(?:CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_SELF_SIGNED_CERT$|UND_ERR_PRX_TLS$|INVALID_CA$|EPROTO$)/;

function isTlsCode(code: string): boolean {
  return TLS_CODE.test(code);
}

/** The `code` of an error and of its causes, nearest first. */
function errorCodes(error: unknown): string[] {
  const codes: string[] = [];
  let current = error;
  for (let depth = 0; depth < 5 && typeof current === "object" && current !== null; depth++) {
    if ("code" in current && typeof current.code === "string") codes.push(current.code);
    const next: unknown = "cause" in current ? current.cause : undefined;
    current = next ?? firstOf(current);
  }
  return codes;
}

/** Happy-eyeballs failures come as an AggregateError. */
function firstOf(error: object): unknown {
  return error instanceof AggregateError ? error.errors[0] : undefined;
}

function timeout({ host }: FailureContext, cause: unknown): DocsError {
  return new DocsError(
    "timeout",
    `No answer from ${host} in time. Try again; behind a proxy or VPN, set HTTPS_PROXY for this server.`,
    { cause },
  );
}

function tls({ host, proxy }: FailureContext, cause: unknown): DocsError {
  const via = proxy === undefined ? "" : ` (through the proxy ${proxy})`;
  return new DocsError(
    "tls",
    `The certificate of ${host}${via} could not be verified. Where a company proxy opens TLS, start this server with NODE_EXTRA_CA_CERTS=/path/to/company-ca.pem; check the machine's clock otherwise.`,
    { cause },
  );
}

function proxy({ proxy }: FailureContext, cause: unknown): DocsError {
  return new DocsError(
    "proxy",
    `The proxy ${proxy} could not be used: it is unreachable, wants credentials or refuses the host. Check HTTPS_PROXY (http://user:password@host:port) and NO_PROXY.`,
    { cause },
  );
}

function network({ host }: FailureContext, codes: readonly string[], cause: unknown): DocsError {
  const what = codes.some((code) => DNS_CODES.has(code))
    ? `The name ${host} could not be resolved`
    : `The connection to ${host} failed`;
  return new DocsError(
    "network",
    `${what}. Check the network; behind a proxy set HTTPS_PROXY, and set IAM_PITFALLS_OFFLINE=1 to use stored copies only.`,
    { cause },
  );
}
