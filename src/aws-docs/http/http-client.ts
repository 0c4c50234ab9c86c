import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";
import { Agent, type Dispatcher, EnvHttpProxyAgent, request } from "undici";
import { DocsError } from "../docs-error.ts";
import { guardedLookup } from "./address-guard.ts";
import { explainFailure, type FailureContext, isWorthRetrying } from "./explain-failure.ts";
import { createHostQueue } from "./host-queue.ts";
import type { HttpLimits } from "./limits.ts";
import { findProxy, readProxy } from "./proxy.ts";

export interface HttpClientOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly userAgent: string;
  readonly limits: HttpLimits;
  /** Origin of the documentation mirror: the only one that may be plain http or a private address. */
  readonly mirrorOrigin: string | undefined;
  /** Takes the place of every connection, in tests. */
  readonly dispatcher: Dispatcher | undefined;
}

export interface HttpRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal | undefined;
  /** Ends the whole answer, retries included. */
  readonly totalSignal: AbortSignal;
}

export interface HttpAnswer {
  readonly status: number;
  /** Decoded; empty for answers other than 200. */
  readonly text: string;
  readonly contentType: string;
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
  readonly location: string | undefined;
}

export interface HttpClient {
  /**
   * One GET of one URL: at most two tries, never a redirect. Resolves for 200, 304, 404, 410 and 3xx;
   * every other answer and every failure is a DocsError.
   */
  get(request: HttpRequest): Promise<HttpAnswer>;
  close(): Promise<void>;
}

export function createHttpClient(options: HttpClientOptions): HttpClient {
  const { limits, env, mirrorOrigin } = options;
  const queue = createHostQueue(limits.perHost);
  let own: { readonly guarded: Dispatcher; readonly mirror: Dispatcher } | undefined;

  function dispatcherFor(url: URL): Dispatcher {
    if (options.dispatcher) return options.dispatcher;
    own ??= createDispatchers(env, limits);
    return url.origin === mirrorOrigin ? own.mirror : own.guarded;
  }

  async function once(asked: HttpRequest, url: URL): Promise<HttpAnswer> {
    const signal = asked.signal ? AbortSignal.any([asked.signal, asked.totalSignal]) : asked.totalSignal;
    const isMirror = url.origin === mirrorOrigin;
    const context: FailureContext = {
      host: isMirror ? `the mirror ${url.host} (IAM_PITFALLS_DOCS_MIRROR)` : url.host,
      proxy: isMirror ? undefined : findProxy(env, url),
      callerSignal: asked.signal,
      totalSignal: asked.totalSignal,
    };
    try {
      return await queue.run(url.host, signal, async () => {
        const answer = await request(url, {
          dispatcher: dispatcherFor(url),
          method: "GET",
          headers: {
            "user-agent": options.userAgent,
            accept: "text/html, text/markdown;q=0.9, text/plain;q=0.5",
            "accept-language": "en",
            "accept-encoding": "gzip, br",
            ...asked.headers,
          },
          signal,
        });
        return await readAnswer(answer, limits);
      });
    } catch (error) {
      throw explainFailure(error, context);
    }
  }

  return {
    async get(asked) {
      const url = new URL(asked.url);
      try {
        return await once(asked, url);
      } catch (error) {
        const wait = error instanceof DocsError ? retryDelay(error, limits) : undefined;
        if (wait === undefined) throw error;
        await pause(wait, asked, url.host);
        return await once(asked, url);
      }
    },
    async close() {
      // Idle keep-alive connections must not keep a command-line run alive.
      await Promise.all([own?.guarded.destroy(), own?.mirror.destroy()]);
    },
  };
}

function createDispatchers(env: HttpClientOptions["env"], limits: HttpLimits) {
  const timeouts = {
    headersTimeout: limits.headersMs,
    bodyTimeout: limits.bodyMs,
    maxResponseSize: limits.maxWireBytes,
  };
  const { proxy, noProxy } = readProxy(env);
  let guarded: Dispatcher;
  try {
    guarded = new EnvHttpProxyAgent({
      ...timeouts,
      connect: { timeout: limits.connectMs, lookup: guardedLookup },
      proxyTls: { timeout: limits.connectMs },
      // The empty string means "none": left out, undici would read the process's own environment.
      httpProxy: "",
      httpsProxy: proxy,
      noProxy,
    });
  } catch {
    throw new DocsError(
      "proxy",
      "HTTPS_PROXY is no URL of a proxy: write it as http://user:password@host:port.",
    );
  }
  return {
    guarded,
    mirror: new Agent({ ...timeouts, connect: { timeout: limits.connectMs } }),
  };
}

async function readAnswer(answer: Dispatcher.ResponseData, limits: HttpLimits): Promise<HttpAnswer> {
  const { statusCode: status, headers, body } = answer;
  const head = {
    status,
    contentType: one(headers["content-type"]) ?? "",
    etag: one(headers["etag"]),
    lastModified: one(headers["last-modified"]),
    location: one(headers["location"]),
  };
  if (status !== 200) {
    await body.dump({ limit: 64 * 1024 });
    if (isAnswer(status)) return { ...head, text: "" };
    throw refusedBy(status, one(headers["retry-after"]));
  }
  const bytes = await decode(
    await readBody(body, limits.maxWireBytes),
    one(headers["content-encoding"]) ?? "",
    limits.maxTextBytes,
  );
  return { ...head, text: new TextDecoder().decode(bytes) };
}

/** The dispatcher has the same limit; a substituted one may not. */
async function readBody(body: AsyncIterable<unknown>, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    if (!(chunk instanceof Uint8Array)) continue;
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge();
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks, size);
}

const decoders = new Map([
  ["gzip", promisify<Buffer, { maxOutputLength: number }, Buffer>(gunzip)],
  ["x-gzip", promisify<Buffer, { maxOutputLength: number }, Buffer>(gunzip)],
  ["deflate", promisify<Buffer, { maxOutputLength: number }, Buffer>(inflate)],
  ["br", promisify<Buffer, { maxOutputLength: number }, Buffer>(brotliDecompress)],
]);

async function decode(bytes: Buffer, encoding: string, maxBytes: number): Promise<Buffer> {
  const name = encoding.trim().toLowerCase();
  if (name === "" || name === "identity") {
    if (bytes.byteLength > maxBytes) throw tooLarge();
    return bytes;
  }
  const decoder = decoders.get(name);
  if (!decoder) throw new DocsError("server_error", "The page came in an encoding that was not asked for.");
  return await decoder(bytes, { maxOutputLength: maxBytes });
}

function isAnswer(status: number): boolean {
  return status === 404 || status === 410 || (status >= 300 && status < 400);
}

function tooLarge(): DocsError {
  return new DocsError("too_large", "The page is larger than any documentation page: it was not read.");
}

function refusedBy(status: number, retryAfterHeader: string | undefined): DocsError {
  const retryAfter = parseRetryAfter(retryAfterHeader);
  const again = retryAfter === undefined ? "in a minute" : `in ${retryAfter} s`;
  const extra = retryAfter === undefined ? {} : { retryAfter };
  if (status === 429 || (status === 503 && retryAfter !== undefined))
    return new DocsError("throttled", `The documentation site asks to slow down: try again ${again}.`, extra);
  if (status === 401 || status === 403)
    return new DocsError(
      "server_error",
      `The documentation site refused the request (status ${status}): a proxy or firewall may stand in between.`,
    );
  if (status === 407)
    return new DocsError("proxy", "The proxy wants credentials: put them into HTTPS_PROXY.");
  return new DocsError(
    "server_error",
    `The documentation site answered with status ${status}: try again later.`,
    {
      ...extra,
      cause: RETRYABLE.has(status) ? status : undefined,
    },
  );
}

const RETRYABLE = new Set([500, 502, 503, 504]);

/** Seconds from a Retry-After header, which is a number of seconds or a date. */
export function parseRetryAfter(header: string | undefined, now = Date.now()): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,6}$/.test(header.trim())) return Number(header.trim());
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
}

/** Milliseconds to wait before the second try, or undefined when there is to be none. */
function retryDelay(error: DocsError, limits: HttpLimits): number | undefined {
  const jitter = Math.random() * limits.retryDelayMs;
  const asked = error.retryAfter === undefined ? undefined : error.retryAfter * 1000;
  if (asked !== undefined && asked > limits.maxRetryAfterMs) return undefined;
  const may = error.code === "throttled" || isWorthRetrying(error) || RETRYABLE.has(Number(error.cause));
  return may ? (asked ?? limits.retryDelayMs) + jitter : undefined;
}

async function pause(ms: number, { signal, totalSignal }: HttpRequest, host: string): Promise<void> {
  const either = signal ? AbortSignal.any([signal, totalSignal]) : totalSignal;
  try {
    await sleep(ms, undefined, { signal: either });
  } catch (error) {
    throw explainFailure(error, { host, proxy: undefined, callerSignal: signal, totalSignal });
  }
}

function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
