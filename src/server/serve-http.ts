import { randomUUID } from "node:crypto";
import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { App } from "../app.ts";
import { UserError } from "../user-error.ts";
import { createServer } from "./create-server.ts";
import { type GuardOptions, isLoopback, refuse } from "./http/guard.ts";
import { jsonLog, type Log, originOf } from "./http/log.ts";
import { Metrics, type Refused } from "./http/metrics.ts";
import { ObservedTransport } from "./http/observed-transport.ts";
import { clientOf, RateLimit } from "./http/rate-limit.ts";
import { MAX_BODY_BYTES, parseBody, readBody } from "./http/read-body.ts";
import { tools } from "./tools/index.ts";

export interface HttpOptions extends GuardOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Where `/metrics` is served without a token, and nothing else; undefined: on `port`, with the token. */
  readonly metricsPort?: number;
  /** Requests a minute from one address; 0: no limit, for servers behind a proxy that has one. */
  readonly rateLimit: number;
  /** Seconds between the signal to stop, when `/readyz` says so, and the last new connection. */
  readonly drainDelay: number;
  /** Takes one line of JSON for each event. Never holds a body, a token or a query. */
  readonly log: (line: string) => void;
}

export interface RunningHttp {
  readonly url: string;
  /** Undefined unless metrics have a port of their own. */
  readonly metricsUrl?: string;
  /**
   * `/readyz` says 503; after the drain delay no new connection is taken, what is under way is finished (for
   * `SHUTDOWN_MS` at most), and the ports are free.
   */
  close(): Promise<void>;
}

const HEADERS_MS = 10_000;
const REQUEST_MS = 30_000;
/** Longer than proxies keep an idle connection: the one that closes first must not be the one that listens. */
const KEEP_ALIVE_MS = 75_000;
const SHUTDOWN_MS = 25_000;
/** Bodies are held in memory, and more at once would only wait for each other. */
const MAX_IN_FLIGHT = 128;

/** Serves until the process is told to stop, and then finishes what is under way. */
export async function serveHttp(app: App, options: HttpOptions): Promise<void> {
  const running = await startHttp(app, options);
  await new Promise<void>((resolve) => {
    // Once: a second signal ends the process at once.
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve());
  });
  await running.close();
}

/** Serves MCP over stateless Streamable HTTP: every request has its own server, so any replica can answer it. */
export async function startHttp(app: App, options: HttpOptions): Promise<RunningHttp> {
  const { host } = options;
  const log = jsonLog(options.log);
  const metrics = new Metrics(
    app.version,
    tools.map(({ name }) => name),
  );
  const site: Site = {
    app,
    options,
    log,
    metrics,
    limit: new RateLimit(options.rateLimit),
    inFlight: 0,
    closing: false,
  };
  const http = createHttpServer((request, response) => serve(site, request, response, answer));
  const port = await listen(http, host, options.port);
  const servers = [http];
  const url = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
  let metricsUrl: string | undefined;
  if (options.metricsPort !== undefined) {
    const second = createHttpServer((request, response) =>
      serve(site, request, response, answerOnMetricsPort),
    );
    const metricsPort = await listen(second, host, options.metricsPort).catch((error: unknown) => {
      http.close();
      throw error;
    });
    servers.push(second);
    metricsUrl = `${url.slice(0, url.lastIndexOf(":"))}:${metricsPort}/metrics`;
  }
  log("info", "listening", { url: `${url}/mcp`, metricsUrl, version: app.version });
  if (!isLoopback(host) && options.tokens.length === 0)
    log("warn", "Other machines can reach this server, and IAM_PITFALLS_HTTP_TOKEN is not set");

  return {
    url: `${url}/mcp`,
    ...(metricsUrl !== undefined && { metricsUrl }),
    close: async () => {
      site.closing = true;
      log("info", "draining", { seconds: options.drainDelay });
      await sleep(options.drainDelay * 1000);
      log("info", "closing", { inFlight: site.inFlight });
      await Promise.all(servers.map(closeServer));
      log("info", "closed");
    },
  };
}

interface Site {
  readonly app: App;
  readonly options: HttpOptions;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly limit: RateLimit;
  /** Requests under way that count against the limit: all but probes. */
  inFlight: number;
  closing: boolean;
}

/** One HTTP request on its way to an answer. */
interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly path: string;
  /** The proxy's id for the request, or one of ours: in the answer and in the log. */
  readonly id: string;
  /** MCP requests in it, for the log. */
  calls: readonly string[];
}

/** The answer is the port that was taken. */
async function listen(http: Server, host: string, port: number): Promise<number> {
  http.headersTimeout = HEADERS_MS;
  http.requestTimeout = REQUEST_MS;
  http.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((resolve, reject) => {
    http.once("error", (error: NodeJS.ErrnoException) =>
      reject(new UserError(`cannot listen on ${host}:${port}: ${whyNot(error.code)}`)),
    );
    http.listen(port, host, resolve);
  });
  const address = http.address();
  return typeof address === "object" && address ? address.port : port;
}

/** Why a port could not be taken, from the system's code, and the way out. */
function whyNot(code: string | undefined): string {
  if (code === "EADDRINUSE") return "the port is taken. Choose another with --port.";
  if (code === "EACCES") return "this user may not take the port. Choose one above 1023 with --port.";
  return "this machine has no such address. Give --host one of its own, such as 127.0.0.1.";
}

/** Idle connections are closed at once, busy ones when they have their answer. */
async function closeServer(http: Server): Promise<void> {
  const timer = setTimeout(() => http.closeAllConnections(), SHUTDOWN_MS);
  await new Promise<void>((resolve) => http.close(() => resolve()));
  clearTimeout(timer);
}

type Answer = (site: Site, exchange: Exchange) => Promise<void>;

function serve(site: Site, request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const start = performance.now();
  const exchange: Exchange = { request, response, path: pathOf(request), id: idOf(request), calls: [] };
  const { path, id } = exchange;
  const isProbe = path === "/healthz" || path === "/readyz";
  if (!isProbe) site.inFlight += 1;
  site.metrics.started();
  response.setHeader("X-Request-Id", id);
  if (site.closing) response.setHeader("Connection", "close");
  // An answer that began before the stop did not say that its connection ends.
  response.once("finish", () => {
    if (site.closing) request.socket.end();
  });
  response.once("close", () => {
    if (!isProbe) site.inFlight -= 1;
    const ms = performance.now() - start;
    site.metrics.ended(request, response, path, ms);
    if ((isProbe || path === "/metrics") && response.statusCode === 200) return;
    site.log("info", "request", {
      id,
      method: request.method,
      path,
      calls: exchange.calls,
      status: response.statusCode,
      ms: Math.round(ms),
      finished: response.writableFinished,
    });
  });
  answer(site, exchange).catch((error: unknown) => {
    // A client that went away in the middle of its body is no bug of ours.
    if (!request.complete) {
      response.destroy();
      return;
    }
    site.log("error", "bug", { id, ...originOf(error) });
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
}

async function answer(site: Site, exchange: Exchange): Promise<void> {
  const { request, response, path } = exchange;
  // Probes ask by address and without a token: they learn nothing but the version.
  if (path === "/healthz") return sendJson(response, 200, { status: "ok", version: site.app.version });
  if (path === "/readyz") return answerReady(site, response);

  if (site.inFlight > MAX_IN_FLIGHT) {
    response.setHeader("Retry-After", "1");
    return refuseWith(site, response, "overload", 503, "Too many requests at once: try again in 1 s");
  }
  const wait = site.limit.take(clientOf(request.socket.remoteAddress ?? ""));
  if (wait > 0) {
    response.setHeader("Retry-After", String(wait));
    return refuseWith(site, response, "rate-limit", 429, `Too many requests: try again in ${wait} s`);
  }
  const refusal = refuse(request.headers, site.options);
  if (refusal) {
    const { status, error } = refusal;
    if (status === 401) response.setHeader("WWW-Authenticate", "Bearer");
    return refuseWith(site, response, status === 401 ? "token" : "guard", status, error);
  }
  if (path === "/metrics" && site.options.metricsPort === undefined) return answerMetrics(site, exchange);
  if (path !== "/mcp") return sendJson(response, 404, { error: "Not found: MCP is served at /mcp" });
  if (request.method !== "POST") {
    response.setHeader("Allow", "POST");
    return sendJson(response, 405, { error: "This server is stateless: POST only" });
  }
  return answerMcp(site, exchange);
}

/** A name in Host still has to be ours: a page in a browser could read the metrics under a name of its own. */
async function answerOnMetricsPort(site: Site, exchange: Exchange): Promise<void> {
  const { request, response, path } = exchange;
  const refusal = refuse(request.headers, { ...site.options, tokens: [] });
  if (refusal) return refuseWith(site, response, "guard", refusal.status, refusal.error);
  if (path !== "/metrics")
    return sendJson(response, 404, { error: "Not found: only /metrics is served here" });
  return answerMetrics(site, exchange);
}

async function answerMetrics({ metrics }: Site, { request, response }: Exchange): Promise<void> {
  if (request.method !== "GET") {
    response.setHeader("Allow", "GET");
    return sendJson(response, 405, { error: "Metrics are read with GET" });
  }
  const { type, text } = await metrics.page();
  response.writeHead(200, { "Content-Type": type }).end(text);
}

/** Ready when everything that tools need is loaded; the first probe loads it. */
async function answerReady({ app, closing }: Site, response: ServerResponse): Promise<void> {
  if (closing) return sendJson(response, 503, { status: "closing" });
  await Promise.all([app.search(), app.ruleData()]);
  return sendJson(response, 200, { status: "ready", version: app.version });
}

async function answerMcp(site: Site, exchange: Exchange): Promise<void> {
  const { app, log, metrics } = site;
  const { request, response, id } = exchange;
  const body = await readBody(request);
  if (body === undefined) {
    response.setHeader("Connection", "close");
    return refuseWith(site, response, "body", 413, `More than ${MAX_BODY_BYTES} bytes`);
  }
  const parsed = parseBody(body);
  if (!parsed) {
    metrics.refused("body");
    const error = { code: -32700, message: "Parse error: the body is not JSON" };
    return sendJson(response, 400, { jsonrpc: "2.0", error });
  }
  const calls = metrics.callsIn(parsed.json);
  exchange.calls = calls.slice(0, 10).map(({ method, tool }) => `${method} ${tool}`.trimEnd());
  const server = createServer(app, (tool, error) => log("error", "bug", { id, tool, ...originOf(error) }));
  const transport = new ObservedTransport(calls, (call, outcome, ms) => metrics.answered(call, outcome, ms));
  response.on("close", () => void Promise.allSettled([transport.close(), server.close()]));
  await server.connect(transport);
  await transport.answer(request, response, parsed.json);
}

/** Without the query, which may hold anything. */
function pathOf({ url = "/" }: IncomingMessage): string {
  return url.split("?", 1)[0]?.slice(0, 100) ?? "/";
}

function idOf({ headers }: IncomingMessage): string {
  const given = headers["x-request-id"];
  return typeof given === "string" && /^[\w.-]{1,64}$/.test(given) ? given : randomUUID();
}

function refuseWith(
  { metrics }: Site,
  response: ServerResponse,
  reason: Refused,
  status: number,
  error: string,
): void {
  metrics.refused(reason);
  sendJson(response, status, { error });
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
}
