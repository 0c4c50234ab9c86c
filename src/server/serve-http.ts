import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from "node:http";
import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
import type { App } from "../app.ts";
import { UserError } from "../user-error.ts";
import { createServer } from "./create-server.ts";

export interface HttpOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
}

const MAX_BODY_BYTES = 5_000_000;

/** Serves MCP over stateless Streamable HTTP: every request has its own server, so any replica can answer it. */
export async function serveHttp(app: App, { host, port }: HttpOptions): Promise<void> {
  const http = createHttpServer((request, response) => {
    answer(app, request, response).catch((error: unknown) => {
      console.error("iam-pitfalls-mcp: bug in HTTP:", error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    http.once("error", () => reject(new UserError(`cannot listen on ${host}:${port}: is the port taken?`)));
    http.listen(port, host, resolve);
  });
  const address = http.address();
  const actual = typeof address === "object" && address ? address.port : port;
  console.error(`iam-pitfalls-mcp ${app.version}: listening on http://${host}:${actual}/mcp`);
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const)
      process.once(signal, () => http.close(() => resolve()));
  });
}

async function answer(app: App, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  if (pathname === "/healthz") return sendJson(response, 200, { status: "ok", version: app.version });
  if (pathname !== "/mcp") return sendJson(response, 404, { error: "Not found: MCP is served at /mcp" });
  if (request.method !== "POST") {
    response.setHeader("Allow", "POST");
    return sendJson(response, 405, { error: "This server is stateless: POST only" });
  }
  const body = await readBody(request);
  if (body === undefined) return sendJson(response, 413, { error: `More than ${MAX_BODY_BYTES} bytes` });
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

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
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
