import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { createDocs, DocsError } from "../../src/aws-docs/docs.ts";
import { type Handler, HOST, html, loopback, markdown, page, ROLES, redirect } from "./loopback.ts";

const PATH = "/IAM/latest/UserGuide/roles.html";
const MD_PATH = "/IAM/latest/UserGuide/roles.md";
const roles = html(page("roles.html"), { etag: '"v1"' });
const source = {
  url: ROLES,
  role: "primary" as const,
  seenOn: "2026-11-24",
  anchor: "term-badge-chaining",
  mustMention: ["badge chaining", "1 hour", "regardless of the longest lending time"],
};
const fact = { id: "made-up", sources: [source] };

/** The code of the DocsError that a promise fails with. */
async function failure(promise: Promise<unknown>): Promise<DocsError> {
  const error = await promise.then(
    () => new Error("it did not fail"),
    (reason: unknown) => reason,
  );
  if (error instanceof DocsError) return error;
  throw error;
}

describe("fetchDoc shows", () => {
  it("a page as Markdown, between lines that name it as untrusted", async () => {
    const { docs } = await loopback({ [PATH]: roles });
    const doc = await docs.fetchDoc({ url: ROLES });
    expect(doc).toMatchObject({
      url: ROLES,
      finalUrl: ROLES,
      title: "Made-up roles",
      cache: "miss",
      rendition: "html",
    });
    expect(doc.contentTrust).toBe("untrusted-page-content");
    expect(doc.sections.map(({ anchor }) => anchor)).toEqual([
      "badge-terms",
      "badge-policy",
      "badge-quotas",
      "old-badges",
    ]);
    const [, id] =
      /^<untrusted-page-content id="([0-9a-f]{12})" source="https:\/\/docs\.aws[^"]+">\n/.exec(
        doc.markdown,
      ) ?? [];
    expect(doc.markdown.endsWith(`\n</untrusted-page-content id="${id}">`)).toBe(true);
    expect(doc.totalChars).toBe(doc.markdown.split("\n").slice(1, -1).join("\n").length);
  });

  it("the section that a fragment names", async () => {
    const { docs } = await loopback({ [PATH]: roles });
    const doc = await docs.fetchDoc({ url: `${ROLES}#term-visitor` });
    expect(doc).toMatchObject({ section: "Visitor", sectionAnchor: "term-visitor", url: ROLES });
    expect(doc.markdown).toContain("Whoever wears a badge.");
    expect(doc.markdown).not.toContain("Badge chaining");
  });

  it("the section that is asked for rather than the fragment, and the page for a fragment that it lacks", async () => {
    const { docs } = await loopback({ [PATH]: roles });
    expect(await docs.fetchDoc({ url: `${ROLES}#term-visitor`, section: "Quotas" })).toMatchObject({
      section: "Quotas",
    });
    const whole = await docs.fetchDoc({ url: `${ROLES}#nowhere` });
    expect(whole.section).toBeUndefined();
    expect(whole.notes.join()).toContain("no section with the URL's fragment");
  });

  it("the nearest anchors when a section is not there", async () => {
    const { docs } = await loopback({ [PATH]: roles });
    const error = await failure(docs.fetchDoc({ url: ROLES, section: "badge quota limits" }));
    expect(error.code).toBe("section_not_found");
    expect(error.message).toContain("badge-quotas");
  });

  it("passages that hold words, each below its heading", async () => {
    const { docs } = await loopback({ [PATH]: roles });
    const doc = await docs.fetchDoc({ url: ROLES, find: "badges per visitor" });
    expect(doc.matches).toEqual([
      { section: "Quotas", anchor: "badge-quotas", how: "phrase" },
      { section: "Quotas", anchor: "badge-quotas", how: "phrase" },
    ]);
    expect(doc.markdown).toContain(
      "#### Quotas (#badge-quotas)\n\nResource: Badges per visitor | Default: 10",
    );
    expect((await docs.fetchDoc({ url: ROLES, find: "visitor per" })).matches?.map(({ how }) => how)).toEqual(
      ["words", "words"],
    );
    const none = await docs.fetchDoc({ url: ROLES, find: "elephants" });
    expect(none).toMatchObject({ matches: [] });
    expect(none.notes.join()).toContain("Nothing on the page matches");
  });

  it("long pages in parts that join to the whole, each answer below 20,000 characters", async () => {
    // JSON doubles every quote.
    const policy = '{"a":"b","c":""}\n'.repeat(30);
    const sections = Array.from(
      { length: 120 },
      (_, index) =>
        `<h2 id="s${index}">Section ${index} with a rather long title</h2><p>Text ${index}.</p><pre>${policy}</pre>`,
    ).join("");
    const { docs } = await loopback({
      [PATH]: html(`<div id="main-col-body"><h1>Long</h1>${sections}</div>`),
    });
    const texts: string[] = [];
    for (let cursor: string | undefined, first = true; first || cursor !== undefined; first = false) {
      const doc = await docs.fetchDoc({ url: ROLES, cursor });
      expect(JSON.stringify(doc).length).toBeLessThan(20_000);
      texts.push(doc.markdown);
      cursor = doc.nextCursor;
      expect(doc.notes.some((note) => note.includes("nextCursor"))).toBe(cursor !== undefined);
    }
    for (let index = 0; index < 120; index++) expect(texts.join("\n")).toContain(`Text ${index}.`);
  });

  it("as much as the caller asks for", async () => {
    const { docs } = await loopback({
      [PATH]: html(`<div id="main-col-body"><h1>L</h1>${"<p>Some words here.</p>".repeat(5000)}</div>`),
    });
    const doc = await docs.fetchDoc({ url: ROLES, maxChars: 50_000 });
    expect(doc.markdown.length).toBeGreaterThan(45_000);
    expect(doc.markdown.length).toBeLessThan(51_000);
    const small = await docs.fetchDoc({ url: ROLES, maxChars: 1 });
    expect(small.markdown.length).toBeLessThan(1_300);
    expect(small.part).toEqual({ from: 0, to: small.part?.to });
  });

  it("no part for a cursor of another page, section or state", async () => {
    const { docs } = await loopback({
      [PATH]: html(`<div id="main-col-body"><h1>L</h1>${"<p>Some words here.</p>".repeat(5000)}</div>`),
    });
    const { nextCursor } = await docs.fetchDoc({ url: ROLES });
    expect(await docs.fetchDoc({ url: ROLES, cursor: nextCursor })).toMatchObject({
      part: { from: expect.any(Number) },
    });
    for (const request of [
      { cursor: "nonsense" },
      { cursor: nextCursor, find: "words" },
      { cursor: `zzzz${nextCursor}` },
    ])
      expect((await failure(docs.fetchDoc({ url: ROLES, ...request }))).code).toBe("bad_cursor");
  });

  it("no part of a page that has changed since the part before", async () => {
    let word = "words";
    const { docs } = await loopback({
      [PATH]: (request, response) =>
        html(`<div id="main-col-body"><h1>L</h1>${`<p>Some ${word} here.</p>`.repeat(5000)}</div>`)(
          request,
          response,
        ),
    });
    const { nextCursor } = await docs.fetchDoc({ url: ROLES });
    word = "verbs";
    expect((await failure(docs.fetchDoc({ url: ROLES, cursor: nextCursor, fresh: true }))).code).toBe(
      "bad_cursor",
    );
  });

  it("native Markdown that is asked for, and HTML where there is none", async () => {
    const { docs } = await loopback({
      [MD_PATH]: markdown(page("roles.md")),
      "/IAM/latest/UserGuide/only.html": roles,
    });
    expect(await docs.fetchDoc({ url: `${HOST}${MD_PATH}` })).toMatchObject({
      rendition: "md",
      title: "Made-up roles",
    });
    const other = await docs.fetchDoc({ url: `${HOST}/IAM/latest/UserGuide/only.md` });
    expect(other).toMatchObject({ rendition: "html", finalUrl: `${HOST}/IAM/latest/UserGuide/only.html` });
  });

  it.each([
    ["text/plain", "roles.html", "html"],
    ["application/octet-stream", "roles.md", "md"],
    ["", "roles.html", "html"],
  ])("what a plain file server sends as %j", async (type, file, rendition) => {
    const { docs } = await loopback({ [PATH]: html(page(file), { "content-type": type }) });
    expect(await docs.fetchDoc({ url: ROLES })).toMatchObject({ rendition, title: "Made-up roles" });
  });

  it("the Markdown of a page whose HTML is a shell", async () => {
    const { docs } = await loopback({
      [PATH]: html("<html><head><title>x</title></head><body><div id=root></div></body></html>"),
      [MD_PATH]: markdown(page("roles.md")),
    });
    expect(await docs.fetchDoc({ url: ROLES })).toMatchObject({ rendition: "md", url: ROLES });
  });
});

describe("redirects", () => {
  it.each([
    ["relative", "new.html"],
    ["by path", "/IAM/latest/UserGuide/new.html"],
    ["absolute", `${HOST}/IAM/latest/UserGuide/new.html`],
    ["with a query", `${HOST}/IAM/latest/UserGuide/new.html?session=1`],
  ])("are followed: %s", async (_what, location) => {
    const { docs } = await loopback({ [PATH]: redirect(location), "/IAM/latest/UserGuide/new.html": roles });
    const doc = await docs.fetchDoc({ url: ROLES });
    expect(doc).toMatchObject({ url: ROLES, finalUrl: `${HOST}/IAM/latest/UserGuide/new.html` });
    expect(doc.notes.join()).toContain("new.html");
  });

  it("are followed when a page asks for it in its head, to the section that they name", async () => {
    const { docs } = await loopback({
      "/IAM/latest/UserGuide/old.html": html(page("moved.html")),
      [PATH]: roles,
    });
    const doc = await docs.fetchDoc({ url: `${HOST}/IAM/latest/UserGuide/old.html` });
    expect(doc).toMatchObject({ finalUrl: ROLES, section: "Quotas" });
  });

  it("within the mirror are the site's own", async () => {
    const site = await loopback({
      [PATH]: (request, response) => {
        response
          .writeHead(302, {
            location: `http://${request.headers.host}/docs.aws.amazon.com/IAM/latest/UserGuide/new.html`,
          })
          .end();
      },
      "/IAM/latest/UserGuide/new.html": roles,
    });
    expect(await site.docs.fetchDoc({ url: ROLES })).toMatchObject({
      finalUrl: `${HOST}/IAM/latest/UserGuide/new.html`,
    });
  });

  it.each([
    ["another host", "https://evil.example/x.html", "refused"],
    ["another host, without a scheme", "//evil.example/x.html", "refused"],
    ["plain http", "http://docs.aws.amazon.com/IAM/x.html", "refused"],
    ["a metadata service", "http://169.254.169.254/latest/meta-data/", "refused"],
    ["a path of the mirror's host outside the mirror", "http://127.0.0.1/secret.html", "refused"],
    ["a file", "file:///etc/passwd", "refused"],
    ["no address", "https://", "refused"],
    ["a landing page", "/iam/index.html", "gone"],
    ["the home page", "/", "gone"],
    ["itself", PATH, "gone"],
  ])("are not followed to %s", async (_what, location, code) => {
    const { docs, requests } = await loopback({ [PATH]: redirect(location) });
    const error = await failure(docs.fetchDoc({ url: ROLES }));
    expect(error.code).toBe(code);
    expect(error.message).not.toMatch(/evil|169\.254|passwd|secret/);
    expect(requests).toEqual([PATH]);
  });

  it("end after five", async () => {
    const hop: Handler = (request, response) => {
      const count = Number(/r(\d+)\.html/.exec(request.url ?? "")?.[1] ?? 0);
      response.writeHead(302, { location: `r${count + 1}.html` }).end();
    };
    const routes = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`/a/b/r${index}.html`, hop]));
    const { docs, requests } = await loopback(routes);
    expect((await failure(docs.fetchDoc({ url: `${HOST}/a/b/r0.html` }))).code).toBe("gone");
    expect(requests.length).toBeLessThan(8);
  });
});

describe("pages that are gone or no topic", () => {
  it.each([
    [
      "404",
      (_request: unknown, response: Parameters<Handler>[1]) => void response.writeHead(404).end("x"),
      "gone",
    ],
    [
      "410",
      (_request: unknown, response: Parameters<Handler>[1]) => void response.writeHead(410).end("x"),
      "gone",
    ],
    ["an apology with status 200", html(page("not-found.html")), "gone"],
    ["an empty shell", html('<div id="main-col-body"><h1>Title</h1></div>'), "gone"],
    ["a page without text", html("<html><body><div id=app></div></body></html>"), "not_a_topic"],
    ["a picture", html("x", { "content-type": "image/png" }), "not_a_topic"],
    [
      "a redirect without an address",
      (_request: unknown, response: Parameters<Handler>[1]) => void response.writeHead(302).end(),
      "server_error",
    ],
    [
      "an answer that nobody asked for",
      (_request: unknown, response: Parameters<Handler>[1]) => void response.writeHead(304).end(),
      "server_error",
    ],
    [
      "a page nested like none",
      html(`<div id="main-col-body"><h1>x</h1>${"<div>".repeat(5000)}text`),
      "too_large",
    ],
  ] satisfies [string, Handler, string][])("%s", async (_what, handler, code) => {
    const { docs } = await loopback({ [PATH]: handler });
    const error = await failure(docs.fetchDoc({ url: ROLES }));
    expect(error.code).toBe(code);
    expect(error.message).not.toContain("sorry");
  });

  it("a topic about the status 404 is a topic", async () => {
    const { docs } = await loopback({ [PATH]: html(page("about-404.html")) });
    expect(await docs.fetchDoc({ url: ROLES })).toMatchObject({ title: "404 Not Found" });
  });
});

describe("the wire", () => {
  it("reads compressed pages and sends nothing that tracks", async () => {
    let headers: Record<string, unknown> = {};
    const { docs, requests } = await loopback({
      [PATH]: (request, response) => {
        headers = request.headers;
        response
          .writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" })
          .end(gzipSync(page("roles.html")));
      },
    });
    expect(await docs.fetchDoc({ url: `${ROLES}?session=abc&query=secret` })).toMatchObject({
      title: "Made-up roles",
    });
    expect(requests).toEqual([PATH]);
    expect(Object.keys(headers).sort()).toEqual([
      "accept",
      "accept-encoding",
      "accept-language",
      "connection",
      "host",
      "user-agent",
    ]);
    expect(headers["user-agent"]).toContain("iam-pitfalls-mcp/0.0.0");
  });

  const reply =
    (headers: Record<string, string>, body: Buffer | string): Handler =>
    (_request, response) => {
      response.writeHead(200, { "content-type": "text/html", ...headers }).end(body);
    };

  it.each([
    ["a bomb", reply({ "content-encoding": "gzip" }, gzipSync(Buffer.alloc(50_000_000))), "too_large"],
    ["a body larger than any page", reply({}, Buffer.alloc(4_500_000, 97)), "too_large"],
    [
      "a damaged body",
      reply({ "content-encoding": "gzip" }, gzipSync(page("roles.html")).subarray(0, 900)),
      "server_error",
    ],
    ["an encoding that was not asked for", reply({ "content-encoding": "zstd" }, "x"), "server_error"],
    [
      "a body shorter than it says",
      (_request, response) => {
        response.writeHead(200, { "content-type": "text/html", "content-length": "90000" });
        response.write("<h1>");
        response.destroy();
      },
      "network",
    ],
    ["a connection that is reset", (request) => void request.socket.resetAndDestroy(), "network"],
    ["no HTTP at all", (request) => void request.socket.end("garbage\r\n\r\n"), "network"],
    [
      "status 403",
      (_request, response) => void response.writeHead(403).end("<p>blocked by a firewall</p>"),
      "server_error",
    ],
    ["status 500", (_request, response) => void response.writeHead(500).end(), "server_error"],
  ] satisfies [string, Handler, string][])("%s fails in our words", async (_what, handler, code) => {
    const { docs } = await loopback({ [PATH]: handler });
    const error = await failure(docs.fetchDoc({ url: ROLES }));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/^[A-Z1][^<>]+\.$/);
    expect(error.message).not.toContain("firewall</p>");
  });

  it.each([
    ["no headers", ((): void => {}) as Handler],
    [
      "a body that stalls",
      ((_request, response) => {
        response.writeHead(200, { "content-type": "text/html" });
        response.write("<h1>");
      }) as Handler,
    ],
  ])("gives up: %s", async (_what, handler) => {
    const { docs } = await loopback({ [PATH]: handler }, { limits: { totalMs: 150, retryDelayMs: 1 } });
    expect((await failure(docs.fetchDoc({ url: ROLES }))).code).toBe("timeout");
  });

  it("stops when the caller does", async () => {
    const controller = new AbortController();
    const { docs } = await loopback({ [PATH]: () => controller.abort() });
    expect((await failure(docs.fetchDoc({ url: ROLES, signal: controller.signal }))).code).toBe("cancelled");
    expect((await failure(docs.fetchDoc({ url: ROLES, signal: AbortSignal.abort() }))).code).toBe(
      "cancelled",
    );
    const verified = docs.verifyFact(fact, { signal: AbortSignal.abort() });
    expect((await failure(verified)).code).toBe("cancelled");
  });

  it.each([
    ["503", 503, {}],
    ["429", 429, { "retry-after": "0" }],
  ])("tries a second time after %s", async (_what, status, headers) => {
    let calls = 0;
    const { docs } = await loopback({
      [PATH]: (request, response) => {
        calls += 1;
        if (calls === 1) response.writeHead(status, headers).end();
        else roles(request, response);
      },
    });
    expect(await docs.fetchDoc({ url: ROLES })).toMatchObject({ title: "Made-up roles" });
    expect(calls).toBe(2);
  });

  it("does not wait for a site that wants an hour of rest, and says so", async () => {
    const { docs, requests } = await loopback({
      [PATH]: (_request, response) => void response.writeHead(429, { "retry-after": "3600" }).end(),
    });
    expect(await failure(docs.fetchDoc({ url: ROLES }))).toMatchObject({
      code: "throttled",
      retryAfter: 3600,
    });
    expect(requests).toHaveLength(1);
  });

  it("has at most four requests under way", async () => {
    let running = 0;
    let most = 0;
    const slow: Handler = (request, response) => {
      running += 1;
      most = Math.max(most, running);
      setTimeout(() => {
        running -= 1;
        roles(request, response);
      }, 20);
    };
    const paths = Array.from({ length: 12 }, (_, index) => `/a/b/p${index}.html`);
    const { docs } = await loopback(Object.fromEntries(paths.map((path) => [path, slow])));
    await Promise.all(paths.map((path) => docs.fetchDoc({ url: HOST + path })));
    expect(most).toBe(4);
  });

  it("names the certificate when TLS cannot be had", async () => {
    const { env } = await loopback({});
    const docs = createDocs({
      version: "0",
      env: { ...env, IAM_PITFALLS_DOCS_MIRROR: env["IAM_PITFALLS_DOCS_MIRROR"]?.replace("http:", "https:") },
      limits: { retryDelayMs: 1 },
    });
    const error = await failure(docs.fetchDoc({ url: ROLES }));
    await docs.close();
    expect(error.code).toBe("tls");
    expect(error.message).toContain("NODE_EXTRA_CA_CERTS");
  });

  it("names the mirror when it cannot be reached", async () => {
    const docs = createDocs({
      version: "0",
      env: { IAM_PITFALLS_DOCS_MIRROR: "http://127.0.0.1:1/base", IAM_PITFALLS_CACHE_DIR: "/dev/null/none" },
      limits: { retryDelayMs: 1 },
    });
    expect(await failure(docs.fetchDoc({ url: ROLES }))).toMatchObject({
      code: "network",
      message: expect.stringContaining("the mirror 127.0.0.1:1 (IAM_PITFALLS_DOCS_MIRROR)"),
    });
    await docs.close();
  });

  it("says what is wrong with a mirror that is none", async () => {
    for (const mirror of ["nonsense", "file:///x"]) {
      const docs = createDocs({ version: "0", env: { IAM_PITFALLS_DOCS_MIRROR: mirror } });
      expect(await failure(docs.fetchDoc({ url: ROLES }))).toMatchObject({
        code: "bad_url",
        message: expect.stringContaining("IAM_PITFALLS_DOCS_MIRROR"),
      });
    }
  });
});

describe("the cache", () => {
  it("serves a page of today unasked, asks for one of yesterday, and whenever it is told to", async () => {
    let time = Date.parse("2026-11-24T08:00:00Z");
    const site = await loopback({ [PATH]: roles }, { now: () => new Date(time) });
    const states: string[] = [];
    const fetch = async (fresh = false) =>
      states.push((await site.docs.fetchDoc({ url: ROLES, fresh })).cache);
    await fetch();
    await fetch();
    await fetch(true);
    time += 25 * 3_600_000;
    await fetch();
    await fetch();
    time -= 100 * 3_600_000;
    await fetch();
    expect(states).toEqual(["miss", "hit", "revalidated", "revalidated", "hit", "revalidated"]);
    expect(site.requests).toEqual([
      PATH,
      `${PATH} (304 asked)`,
      `${PATH} (304 asked)`,
      `${PATH} (304 asked)`,
    ]);
  });

  it("takes the new text when the ETag is another", async () => {
    let version = 1;
    const { docs } = await loopback({
      [PATH]: (request, response) =>
        html(page("roles.html").replaceAll("Made-up roles", `Roles ${version}`), { etag: `"v${version}"` })(
          request,
          response,
        ),
    });
    await docs.fetchDoc({ url: ROLES });
    version = 2;
    expect(await docs.fetchDoc({ url: ROLES, fresh: true })).toMatchObject({
      cache: "miss",
      title: "Roles 2",
    });
  });

  it("serves the stored copy with its day when the site fails, but not when the page is gone", async () => {
    let status = 200;
    const site = await loopback(
      {
        [PATH]: (request, response) =>
          status === 200 ? roles(request, response) : void response.writeHead(status).end(),
      },
      { now: () => new Date("2026-11-20T08:00:00Z") },
    );
    await site.docs.fetchDoc({ url: ROLES });
    status = 500;
    const later = site.open({ now: () => new Date("2026-11-24T08:00:00Z") });
    const doc = await later.fetchDoc({ url: ROLES });
    expect(doc.cache).toBe("stale");
    expect(doc.notes.join()).toContain("stored copy of 2026-11-20");
    status = 404;
    expect((await failure(later.fetchDoc({ url: ROLES }))).code).toBe("gone");
    status = 500;
    expect((await failure(later.fetchDoc({ url: ROLES }))).code).toBe("server_error");
  });

  it("is all there is when offline", async () => {
    const site = await loopback({ [PATH]: roles }, { now: () => new Date("2026-11-20T08:00:00Z") });
    await site.docs.fetchDoc({ url: ROLES });
    const offline = site.open({ env: { IAM_PITFALLS_OFFLINE: "1" } });
    const doc = await offline.fetchDoc({ url: ROLES });
    expect(doc).toMatchObject({ cache: "stale", title: "Made-up roles" });
    expect(doc.notes.join()).toContain("Offline: this is the stored copy of 2026-11-20.");
    expect((await failure(offline.fetchDoc({ url: `${HOST}/IAM/latest/UserGuide/other.html` }))).code).toBe(
      "offline",
    );
    expect(site.requests).toEqual([PATH]);
  });

  it("survives a folder that cannot be written", async () => {
    const site = await loopback({ [PATH]: roles });
    const file = join(site.env["IAM_PITFALLS_CACHE_DIR"] ?? "", "file");
    writeFileSync(file, "");
    const docs = site.open({ env: { IAM_PITFALLS_CACHE_DIR: file } });
    expect(await docs.fetchDoc({ url: ROLES })).toMatchObject({ cache: "miss" });
    expect(await docs.fetchDoc({ url: ROLES })).toMatchObject({ cache: "hit" });
  });
});

describe("verifyFact", () => {
  it("finds the evidence below its anchor and cuts the passage", async () => {
    const { docs } = await loopback({ [PATH]: roles });
    const result = await docs.verifyFact(fact);
    expect(result).toMatchObject({ id: "made-up", status: "supported" });
    expect(result.sources[0]).toMatchObject({
      section: "Badge chaining",
      missing: [],
      found: source.mustMention,
    });
    expect(result.sources[0]?.passage).toMatch(
      /^Badge chaining: Using one badge .* at most one‑hour, regardless/,
    );
    expect(result.sources[0]?.link).toBe(`${ROLES}#term-badge-chaining:~:text=Badge%20chaining`);
  });

  it("always asks the site", async () => {
    const { docs, requests } = await loopback({ [PATH]: roles });
    await docs.verifyFact(fact);
    await docs.verifyFact(fact);
    expect(requests).toEqual([PATH, `${PATH} (304 asked)`]);
  });

  it("reads both renditions before it calls anything drifted", async () => {
    const without = page("roles.html").replaceAll("regardless of the longest lending time", "always");
    const routes = { [PATH]: html(without), [MD_PATH]: markdown(page("roles.md")) };
    const one = await (await loopback(routes)).docs.verifyFact(fact);
    expect(one.status).toBe("supported");
    expect(one.sources[0]?.notes).toEqual(["Found in the other rendition of the page only."]);

    const md = markdown(page("roles.md").replaceAll("regardless of the longest lending time", "always"));
    const site = await loopback({ ...routes, [MD_PATH]: md });
    const both = await site.docs.verifyFact(fact);
    expect(both.status).toBe("drifted");
    expect(both.sources[0]).toMatchObject({
      missing: ["regardless of the longest lending time"],
      notes: ["Both renditions of the page were read."],
    });
    expect(site.requests).toEqual([PATH, MD_PATH]);

    const alone = await (await loopback({ [PATH]: html(without) })).docs.verifyFact(fact);
    expect(alone.sources[0]).toMatchObject({
      status: "drifted",
      notes: ["Only one rendition of the page could be read."],
    });
  });

  it("says which terms stand on the page apart from the others, and trusts only telling ones", async () => {
    const { docs } = await loopback({ [PATH]: roles });
    const verify = (...mustMention: string[]) =>
      docs.verifyFact({ id: "x", sources: [{ ...source, anchor: "badge-quotas", mustMention }] });
    const telling = await verify("not adjustable", "front desk");
    expect(telling).toMatchObject({ status: "supported", moved: true });
    expect(telling.sources[0]?.notes).toContain("On the page, though apart from the others: front desk.");
    const common = await verify("not adjustable", "drawer");
    expect(common.sources[0]).toMatchObject({ status: "drifted", missing: ["drawer"] });
    expect(common.sources[0]?.notes).toContain("On the page, though apart from the others: drawer.");
  });

  it("calls a fact drifted when a word that refutes it stands in the section", async () => {
    const { docs } = await loopback({ [PATH]: roles });
    const result = await docs.verifyFact({ id: "x", sources: [{ ...source, absent: ["at most one hour"] }] });
    expect(result.sources[0]).toMatchObject({
      status: "drifted",
      refuting: ["at most one hour"],
      missing: [],
    });
  });

  it("flags what has moved and what was edited", async () => {
    const { docs } = await loopback({
      "/IAM/latest/UserGuide/old.html": redirect("roles.html"),
      [PATH]: roles,
    });
    const result = await docs.verifyFact({
      id: "x",
      sources: [
        {
          ...source,
          url: `${HOST}/IAM/latest/UserGuide/old.html`,
          anchor: "gone-anchor",
          hash: "t1:0000000000000000",
        },
      ],
    });
    expect(result).toMatchObject({ status: "supported", moved: true, changed: true });
    expect(result.sources[0]).toMatchObject({ finalUrl: ROLES, section: "Badge terms and concepts" });
  });

  it.each([
    ["gone", { [PATH]: html(page("not-found.html")) }],
    ["gone", {}],
    ["server_error", { [PATH]: ((_request, response) => void response.writeHead(500).end()) as Handler }],
    ["not_a_topic", { [PATH]: html("<html><body><h1>Proxy login</h1><p>Please log in.</p></body></html>") }],
  ])("is unreachable when the page is %s", async (reason, routes: Record<string, Handler>) => {
    const { docs } = await loopback(routes);
    const result = await docs.verifyFact(fact);
    expect(result.status).toBe("unreachable");
    expect(result.sources[0]).toMatchObject({ status: "unreachable", reason, missing: source.mustMention });
  });

  it("tells what the stored copy says when the site cannot be asked, and from which day it is", async () => {
    const site = await loopback({ [PATH]: roles }, { now: () => new Date("2026-11-20T08:00:00Z") });
    await site.docs.verifyFact(fact);
    const result = await site.open({ env: { IAM_PITFALLS_OFFLINE: "1" } }).verifyFact(fact);
    expect(result.sources[0]).toMatchObject({
      status: "unreachable",
      reason: "offline",
      copy: { status: "supported", checkedAt: "2026-11-20T08:00:00.000Z" },
      message: "Offline: nothing was asked. The stored copy is of 2026-11-20.",
    });
  });

  it("lets primary sources decide, and any drifted one outweigh the others", async () => {
    const { docs } = await loopback({ [PATH]: roles });
    const wrong = { ...source, mustMention: ["elephants"] };
    const status = async (...sources: (typeof source)[]) =>
      (await docs.verifyFact({ id: "x", sources })).status;
    expect(await status(source, { ...wrong, role: "secondary" as never })).toBe("supported");
    expect(await status(source, wrong)).toBe("drifted");
    expect(await status({ ...source, url: `${HOST}/IAM/latest/UserGuide/none.html` }, source)).toBe(
      "supported",
    );
  });
});

describe("verifyAll", () => {
  const facts = Array.from({ length: 9 }, (_, index) => ({ id: `fact-${index}`, sources: [source] }));

  it("asks for each page once, reports progress and keeps the order of the facts", async () => {
    const { docs, requests } = await loopback({ [PATH]: roles });
    const progress: string[] = [];
    const results = await docs.verifyAll(
      [{ id: "lost", sources: [{ ...source, url: `${HOST}/x/y/z.html` }] }, ...facts],
      {
        onProgress: ({ done, total, verification }) =>
          progress.push(`${done}/${total} ${verification.status}`),
      },
    );
    expect(results.map(({ id }) => id)).toEqual(["lost", ...facts.map(({ id }) => id)]);
    expect(results[0]?.status).toBe("unreachable");
    expect(requests.sort()).toEqual([PATH, "/x/y/z.html"]);
    expect(progress).toHaveLength(10);
    expect(progress.at(-1)).toMatch(/^10\/10 /);
  });

  it("goes on where an interrupted run was", async () => {
    let up = true;
    const site = await loopback({
      [PATH]: (request, response) => (up ? roles(request, response) : void response.writeHead(404).end()),
    });
    const controller = new AbortController();
    const run = site.docs.verifyAll(facts, {
      signal: controller.signal,
      concurrency: 1,
      onProgress: ({ done }) => done === 3 && controller.abort(),
    });
    expect((await failure(run)).code).toBe("cancelled");
    up = false;
    const resumed = await site.open().verifyAll(facts, { resumeMs: 3_600_000 });
    expect(resumed.map(({ status }) => status)).toEqual([
      ...Array.from({ length: 3 }, () => "supported"),
      ...Array.from({ length: 6 }, () => "unreachable"),
    ]);
    const stale = site.open({ now: () => new Date(Date.now() + 7_200_000) });
    const late = await stale.verifyAll(facts.slice(0, 1), { resumeMs: 3_600_000 });
    expect(late.map(({ status }) => status)).toEqual(["unreachable"]);
    const again = await site.open().verifyAll(facts.slice(0, 1));
    expect(again.map(({ status }) => status)).toEqual(["unreachable"]);
  });
});
