import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
import type { App } from "../app.ts";
import { UserError } from "../user-error.ts";
import { createServer } from "./create-server.ts";
import { type GuardOptions, isLoopback, refuse } from "./http/guard.ts";
import { RateLimit } from "./http/rate-limit.ts";

export interface HttpOptions extends GuardOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Requests a minute from one address; 0: no limit, for servers behind a proxy that has one. */
  readonly rateLimit: number;
  /** Takes one line of JSON for each event. Never holds a body, a token or a query. */
  readonly log: (line: string) => void;
}

export interface RunningHttp {
  readonly url: string;
  /** Takes no new requests, finishes those under way (for `SHUTDOWN_MS` at most), and ends. */
  close(): Promise<void>;
}

const MAX_BODY_BYTES = 5_000_000;
const REQUEST_MS = 30_000;
const SHUTDOWN_MS = 25_000;

/** Serves until the process is told to stop, and then finishes what is under way. */
export async function serveHttp(app: App, options: HttpOptions): Promise<void> {
  const running = await startHttp(app, options);
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve());
  });
  await running.close();
}

/** Serves MCP over stateless Streamable HTTP: every request has its own server, so any replica can answer it. */
export async function startHttp(app: App, options: HttpOptions): Promise<RunningHttp> {
  const { host, port } = options;
  const log = (level: "info" | "warn" | "error", message: string, more: object = {}) =>
    options.log(JSON.stringify({ time: new Date().toISOString(), level, message, ...more }));
  const site: Site = { app, options, limit: new RateLimit(options.rateLimit), closing: false };

  const http = createHttpServer((request, response) => {
    const start = performance.now();
    const path = pathOf(request);
    response.once("close", () => {
      if (path.endsWith("z") && response.statusCode === 200) return;
      const ms = Math.round(performance.now() - start);
      const finished = response.writableFinished;
      log("info", "request", { method: request.method, path, status: response.statusCode, ms, finished });
    });
    answer(site, request, response).catch((error: unknown) => {
      // A client that went away in the middle of its body is no bug of ours.
      if (!request.complete) {
        response.destroy();
        return;
      }
      log("error", "bug", { error: error instanceof Error ? error.stack : "not an Error" });
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  http.requestTimeout = REQUEST_MS;
  await listen(http, host, port);
  const address = http.address();
  const actual = typeof address === "object" && address ? address.port : port;
  const url = `http://${host.includes(":") ? `[${host}]` : host}:${actual}/mcp`;
  log("info", "listening", { url, version: app.version });
  if (!isLoopback(host) && options.token === undefined)
    log("warn", "Other machines can reach this server, and IAM_PITFALLS_HTTP_TOKEN is not set");

  return {
    url,
    close: async () => {
      site.closing = true;
      log("info", "closing");
      const timer = setTimeout(() => http.closeAllConnections(), SHUTDOWN_MS);
      await new Promise<void>((resolve) => http.close(() => resolve()));
      clearTimeout(timer);
      log("info", "closed");
    },
  };
}

interface Site {
  readonly app: App;
  readonly options: HttpOptions;
  readonly limit: RateLimit;
  closing: boolean;
}

async function listen(http: Server, host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    http.once("error", () => reject(new UserError(`cannot listen on ${host}:${port}: is the port taken?`)));
    http.listen(port, host, resolve);
  });
}

async function answer(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (site.closing) response.setHeader("Connection", "close");
  const path = pathOf(request);
  // Probes ask by address and without a token: they learn nothing but the version.
  if (path === "/healthz") return sendJson(response, 200, { status: "ok", version: site.app.version });
  if (path === "/readyz") return answerReady(site, response);

  const wait = site.limit.take(request.socket.remoteAddress ?? "");
  if (wait > 0) {
    response.setHeader("Retry-After", String(wait));
    return sendJson(response, 429, { error: `Too many requests: try again in ${wait} s` });
  }
  const refusal = refuse(request.headers, site.options);
  if (refusal) {
    if (refusal.status === 401) response.setHeader("WWW-Authenticate", "Bearer");
    return sendJson(response, refusal.status, { error: refusal.error });
  }
  if (path !== "/mcp") return sendJson(response, 404, { error: "Not found: MCP is served at /mcp" });
  if (request.method !== "POST") {
    response.setHeader("Allow", "POST");
    return sendJson(response, 405, { error: "This server is stateless: POST only" });
  }
  return answerMcp(site.app, request, response);
}

/** Ready when everything that tools need is loaded; the first probe loads it. */
async function answerReady({ app, closing }: Site, response: ServerResponse): Promise<void> {
  if (closing) return sendJson(response, 503, { status: "closing" });
  await Promise.all([app.search(), app.ruleData()]);
  return sendJson(response, 200, { status: "ready", version: app.version });
}

async function answerMcp(app: App, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request);
  if (body === undefined) {
    response.setHeader("Connection", "close");
    return sendJson(response, 413, { error: `More than ${MAX_BODY_BYTES} bytes` });
  }
  const parsed = parseBody(body);
  if (!parsed) {
    const error = { code: -32700, message: "Parse error: the body is not JSON" };
    return sendJson(response, 400, { jsonrpc: "2.0", id: null, error });
  }
  const server = createServer(app);
  const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
  response.on("close", () => void Promise.allSettled([transport.close(), server.close()]));
  await server.connect(transport);
  await transport.handleRequest(request, response, parsed.json);
}

/** Without the query, which may hold anything. */
function pathOf({ url = "/" }: IncomingMessage): string {
  return url.split("?", 1)[0]?.slice(0, 100) ?? "/";
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let bytes = 0;
  // Left early, the loop would destroy the socket before the answer is out.
  for await (const part of request.iterator({ destroyOnReturn: false })) {
    const chunk = Buffer.from(part);
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) return undefined;
    parts.push(chunk);
  }
  return Buffer.concat(parts).toString("utf8");
}

function parseBody(text: string): { json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
