import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { createDocs, type Docs, type DocsOptions } from "../../src/aws-docs/docs.ts";

/** What the loopback site answers at a path such as `/IAM/latest/UserGuide/roles.html`. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface Loopback {
  readonly docs: Docs;
  /** Every request that arrived, as `path` or `path (304 asked)`. */
  readonly requests: string[];
  readonly env: Readonly<Record<string, string>>;
  /** Another process's view of the same site and cache. */
  open(options?: Partial<DocsOptions>): Docs;
}

export const HOST = "https://docs.aws.amazon.com";
export const ROLES = `${HOST}/IAM/latest/UserGuide/roles.html`;

/** A mirror of the documentation site on the loopback interface, with a cache folder of its own. */
export async function loopback(
  routes: Readonly<Record<string, Handler>>,
  options: Partial<DocsOptions> = {},
): Promise<Loopback> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? "").replace(/^\/docs\.aws\.amazon\.com/, "");
    requests.push(request.headers["if-none-match"] === undefined ? path : `${path} (304 asked)`);
    const handler = routes[path];
    if (handler) handler(request, response);
    else response.writeHead(404, { "content-type": "text/html" }).end("<h1>Not here</h1>");
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const folder = mkdtempSync(join(tmpdir(), "docs-test-"));
  const env = { IAM_PITFALLS_DOCS_MIRROR: `http://127.0.0.1:${port}`, IAM_PITFALLS_CACHE_DIR: folder };
  const opened: Docs[] = [];
  const open = (more: Partial<DocsOptions> = {}) => {
    const docs = createDocs({
      version: "0.0.0",
      limits: { retryDelayMs: 1 },
      ...options,
      ...more,
      env: { ...env, ...options.env, ...more.env },
    });
    opened.push(docs);
    return docs;
  };
  onTestFinished(async () => {
    for (const docs of opened) await docs.close();
    server.closeAllConnections();
    await new Promise((resolve) => {
      server.close(resolve);
    });
    rmSync(folder, { recursive: true, force: true });
  });
  return { docs: open(), requests, env, open };
}

export function page(name: string): string {
  return readFileSync(new URL(`pages/${name}`, import.meta.url), "utf8");
}

/** Answers with a page; with an ETag, as the site does. */
export function html(body: string, headers: Readonly<Record<string, string>> = {}): Handler {
  return send(body, { "content-type": "text/html; charset=utf-8", ...headers });
}

export function markdown(body: string, headers: Readonly<Record<string, string>> = {}): Handler {
  return send(body, { "content-type": "text/markdown", ...headers });
}

export function redirect(location: string, status = 301): Handler {
  return (_request, response) => {
    response.writeHead(status, { location }).end();
  };
}

function send(body: string, headers: Readonly<Record<string, string>>): Handler {
  return (request, response) => {
    const { etag } = headers;
    if (etag !== undefined && request.headers["if-none-match"] === etag)
      response.writeHead(304, { etag }).end();
    else response.writeHead(200, headers).end(body);
  };
}
