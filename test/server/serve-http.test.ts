import { request as httpRequest } from "node:http";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { expect, onTestFinished, test } from "vitest";
import type { App } from "../../src/app.ts";
import { type HttpOptions, type RunningHttp, startHttp } from "../../src/server/serve-http.ts";
import { callForData, testApp } from "../support/connect.ts";

const logged: string[] = [];
const initialize = {
  jsonrpc: "2.0",
  id: 1,
  method: "initialize",
  params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "t", version: "1" } },
};

async function start(options: Partial<HttpOptions> = {}, app: App = testApp()): Promise<RunningHttp> {
  logged.length = 0;
  const log = (line: string) => logged.push(line);
  const running = await startHttp(app, {
    host: "127.0.0.1",
    port: 0,
    hostNames: [],
    tokens: [],
    rateLimit: 0,
    drainDelay: 0,
    log,
    ...options,
  });
  onTestFinished(() => running.close());
  return running;
}

async function connectTo(url: string, headers: Record<string, string> = {}): Promise<Client> {
  const client = new Client({ name: "test", version: "1.0.0" });
  onTestFinished(() => client.close());
  const transport = new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } });
  await client.connect(transport);
  return client;
}

function post(url: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
  const accept = { "Content-Type": "application/json", Accept: "application/json, text/event-stream" };
  return fetch(url, { method: "POST", body, headers: { ...accept, ...headers } });
}

test("a client lists, calls and reads over HTTP; logs are JSON and hold no question", async () => {
  const { url } = await start();
  const client = await connectTo(url);
  expect((await client.listTools()).tools).toHaveLength(6);
  expect(await callForData(client, "lookup_iam", { name: "s3:GetObjekt" })).toMatchObject({ exists: false });
  expect((await client.listResources()).resources.length).toBeGreaterThan(0);
  const entries = logged.map((line): unknown => JSON.parse(line));
  expect(entries).toContainEqual(
    expect.objectContaining({ message: "request", method: "POST", path: "/mcp", status: 200 }),
  );
  expect(logged.join("")).not.toContain("GetObjekt");
});

test("the token is asked for, and lets a client in", async () => {
  const { url } = await start({ tokens: ["secret"] });
  const refused = await post(url, JSON.stringify(initialize));
  expect(refused.status).toBe(401);
  expect(refused.headers.get("www-authenticate")).toBe("Bearer");
  await expect(connectTo(url)).rejects.toThrow();
  const client = await connectTo(url, { Authorization: "Bearer secret" });
  expect(client.getServerVersion()?.name).toBe("iam-pitfalls-mcp");
  expect((await fetch(new URL("/healthz", url))).status).toBe(200);
  expect(logged.join("")).not.toContain("secret");
});

test("a rebound name and a page elsewhere are refused", async () => {
  const { url } = await start();
  const { port } = new URL(url);
  const status = await new Promise((resolve) => {
    const headers = { Host: `attacker.example:${port}` };
    httpRequest({ port, host: "127.0.0.1", path: "/mcp", method: "POST", headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).end(JSON.stringify(initialize));
  });
  expect(status).toBe(403);
  const page = await post(url, JSON.stringify(initialize), { Origin: "https://attacker.example" });
  expect(page.status).toBe(403);
});

test("who asks too often is told when to come back; probes are not counted", async () => {
  const { url } = await start({ rateLimit: 2 });
  const answers: Response[] = [];
  for (let request = 0; request < 3; request++) answers.push(await post(url, JSON.stringify(initialize)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
  expect(Number(answers[2]?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await fetch(new URL("/readyz", url))).status).toBe(200);
});

test.each([
  ["no JSON", "{", 400],
  ["more than the limit", JSON.stringify({ text: "x".repeat(5_000_000) }), 413],
])("a body with %s is refused", async (_, body, status) => {
  const { url } = await start();
  expect((await post(url, body)).status).toBe(status);
});

test("other paths and methods are refused", async () => {
  const { url } = await start();
  expect((await fetch(new URL("/other", url))).status).toBe(404);
  expect((await fetch(url)).status).toBe(405);
  expect((await fetch(url, { method: "DELETE" })).status).toBe(405);
});

test("closing finishes what is under way and takes nothing new", async () => {
  const base = testApp();
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let asked = () => {};
  const underWay = new Promise<void>((resolve) => {
    asked = resolve;
  });
  const app: App = {
    ...base,
    search: async () => {
      asked();
      await released;
      return base.search();
    },
  };
  const running = await start({}, app);
  const client = await connectTo(running.url);
  const answer = callForData(client, "search_facts", { query: "role chaining" });
  await underWay;
  const closed = running.close();
  await expect(fetch(new URL("/healthz", running.url))).rejects.toThrow();
  release();
  expect(await answer).toMatchObject({ verdict: "match" });
  await closed;
});

test("a port that is taken is said in words", async () => {
  const { url } = await start();
  await expect(start({ port: Number(new URL(url).port) })).rejects.toThrow("the port is taken");
  await expect(start({ host: "203.0.113.5" })).rejects.toThrow("--host");
});
