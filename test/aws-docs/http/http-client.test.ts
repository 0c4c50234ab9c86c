import { createServer } from "node:http";
import { brotliCompressSync, deflateSync } from "node:zlib";
import { MockAgent } from "undici";
import { describe, expect, it, onTestFinished } from "vitest";
import { createDocs } from "../../../src/aws-docs/docs.ts";
import { createHttpClient, parseRetryAfter } from "../../../src/aws-docs/http/http-client.ts";
import { defaultLimits } from "../../../src/aws-docs/http/limits.ts";

const HOST = "https://docs.aws.amazon.com";
const never = new AbortController().signal;

function mocked() {
  const agent = new MockAgent();
  agent.disableNetConnect();
  onTestFinished(() => agent.close());
  const client = createHttpClient({
    env: {},
    userAgent: "test",
    limits: { ...defaultLimits, retryDelayMs: 1 },
    mirrorOrigin: undefined,
    dispatcher: agent,
  });
  const get = (path: string, headers = {}) =>
    client.get({ url: HOST + path, headers, signal: undefined, totalSignal: never });
  return { agent, site: agent.get(HOST), get };
}

describe("one request", () => {
  it.each([
    ["br", brotliCompressSync(Buffer.from("héllo"))],
    ["deflate", deflateSync(Buffer.from("héllo"))],
    ["identity", Buffer.from("héllo")],
    ["", Buffer.from("héllo")],
  ])("decodes %j", async (encoding, body) => {
    const { site, get } = mocked();
    site
      .intercept({ path: "/a.html" })
      .reply(200, body, { headers: { "content-encoding": encoding, etag: '"e"' } });
    expect(await get("/a.html")).toMatchObject({ status: 200, text: "héllo", etag: '"e"' });
  });

  it("sends validators and reports 304, redirects and missing pages as answers", async () => {
    const { site, get } = mocked();
    site.intercept({ path: "/a.html", headers: { "if-none-match": '"e"' } }).reply(304, "");
    site.intercept({ path: "/b.html" }).reply(301, "", { headers: { location: "/c.html" } });
    site.intercept({ path: "/d.html" }).reply(404, "<h1>no</h1>");
    expect(await get("/a.html", { "if-none-match": '"e"' })).toMatchObject({ status: 304, text: "" });
    expect(await get("/b.html")).toMatchObject({ status: 301, location: "/c.html" });
    expect(await get("/d.html")).toMatchObject({ status: 404, text: "" });
  });

  it("is tried twice and no more", async () => {
    const { site, get, agent } = mocked();
    site.intercept({ path: "/a.html" }).reply(503, "").times(2);
    await expect(get("/a.html")).rejects.toMatchObject({ code: "server_error" });
    agent.assertNoPendingInterceptors();
    site.intercept({ path: "/a.html" }).replyWithError(Object.assign(new Error("x"), { code: "ECONNRESET" }));
    site.intercept({ path: "/a.html" }).reply(200, "ok");
    expect(await get("/a.html")).toMatchObject({ text: "ok" });
  });

  it.each([401, 403, 407, 418])("is not repeated after status %i", async (status) => {
    const { site, get, agent } = mocked();
    site.intercept({ path: "/a.html" }).reply(status, "<p>words</p>");
    await expect(get("/a.html")).rejects.toMatchObject({ code: status === 407 ? "proxy" : "server_error" });
    agent.assertNoPendingInterceptors();
  });

  it("is given up when more comes than any page has, whatever the connection is", async () => {
    const { site, get } = mocked();
    site.intercept({ path: "/a.html" }).reply(200, Buffer.alloc(defaultLimits.maxWireBytes + 1));
    await expect(get("/a.html")).rejects.toMatchObject({ code: "too_large" });
  });

  it("never leaves the mock", async () => {
    const { get } = mocked();
    await expect(get("/unknown.html")).rejects.toMatchObject({ code: "network" });
  });
});

it.each([
  ["0", 0],
  ["7", 7],
  [" 12 ", 12],
  ["Tue, 24 Nov 2026 12:00:30 GMT", 30],
  ["Tue, 24 Nov 2026 11:00:00 GMT", 0],
  ["soon", undefined],
  ["99999999999", undefined],
  [undefined, undefined],
])("Retry-After %j is %j seconds", (header, seconds) => {
  expect(parseRetryAfter(header, Date.parse("2026-11-24T12:00:00Z"))).toBe(seconds);
});

it("does not connect to a host that resolves to this machine", async () => {
  const client = createHttpClient({
    env: {},
    userAgent: "test",
    limits: defaultLimits,
    mirrorOrigin: undefined,
    dispatcher: undefined,
  });
  onTestFinished(() => client.close());
  const asked = client.get({
    url: "https://localhost:9/x.html",
    headers: {},
    signal: undefined,
    totalSignal: never,
  });
  await expect(asked).rejects.toMatchObject({ code: "refused" });
});

describe("a proxy", () => {
  it("is asked for the documentation host, and its refusal is explained without its credentials", async () => {
    const asked: (string | undefined)[] = [];
    const server = createServer();
    server.on("connect", (request, socket) => {
      asked.push(request.url, request.headers["proxy-authorization"]);
      socket.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
    });
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const docs = createDocs({
      version: "0",
      env: { HTTPS_PROXY: `http://user:secret@127.0.0.1:${port}`, IAM_PITFALLS_CACHE_DIR: "/dev/null/none" },
      limits: { retryDelayMs: 1 },
    });
    onTestFinished(() => docs.close());
    const error: unknown = await docs
      .fetchDoc({ url: `${HOST}/a/b/c.html` })
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "proxy", message: expect.stringContaining(`127.0.0.1:${port}`) });
    expect(String(error)).not.toContain("secret");
    expect(asked.slice(0, 2)).toEqual(["docs.aws.amazon.com:443", `Basic ${btoa("user:secret")}`]);
  });

  it.each(["http://", "::", "http://[x"])("that is no URL is explained: %s", async (proxy) => {
    const docs = createDocs({
      version: "0",
      env: { HTTPS_PROXY: proxy, IAM_PITFALLS_CACHE_DIR: "/dev/null/none" },
    });
    await expect(docs.fetchDoc({ url: `${HOST}/a/b/c.html` })).rejects.toMatchObject({ code: "proxy" });
  });
});
