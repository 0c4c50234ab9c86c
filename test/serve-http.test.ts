import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { request as httpRequest } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { program } from "./support/launch.ts";

// The built program over HTTP, as a container runs it: a process of its own, told to stop by signals.

interface Started {
  readonly child: ChildProcess;
  readonly url: string;
  readonly metricsUrl: string | undefined;
  log(): string;
  logged(word: string): Promise<void>;
}

async function start(args: string[] = [], env: Record<string, string> = {}): Promise<Started> {
  const child = spawn(process.execPath, [program, "serve", "--http", "--port", "0", ...args], {
    env: { PATH: process.env["PATH"], IAM_PITFALLS_OFFLINE: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let stdout = "";
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (part: string) => {
    stdout += part;
  });
  child.stderr.setEncoding("utf8").on("data", (part: string) => {
    text += part;
  });
  const logged = async (word: string) => {
    while (!text.includes(`"message":"${word}"`)) await once(child.stderr, "data");
  };
  await logged("listening");
  const url = /"url":"([^"]+)"/.exec(text)?.[1] ?? "";
  const metricsUrl = /"metricsUrl":"([^"]+)"/.exec(text)?.[1];
  onTestFinished(() => expect(stdout).toBe(""));
  return { child, url, metricsUrl, log: () => text, logged };
}

const call = (name: string, args: object) =>
  JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params: { name, arguments: args } });

function post(url: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
  const accept = { "Content-Type": "application/json", Accept: "application/json, text/event-stream" };
  return fetch(url, { method: "POST", body, headers: { ...accept, ...headers } });
}

/** A request whose body is half sent: it is under way until `finish`. */
function halfSent(url: string, body: string) {
  const request = httpRequest(url, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      Accept: "application/json, text/event-stream",
      "Content-Length": Buffer.byteLength(body),
    },
  });
  const answered = new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
    request.once("error", reject);
    request.once("response", (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part: string) => {
        text += part;
      });
      response.once("end", () => resolve({ status: response.statusCode, text }));
    });
  });
  request.write(body.slice(0, 20));
  return { answered, finish: () => request.end(body.slice(20)) };
}

test.each(["SIGTERM", "SIGINT"] as const)(
  "%s: says so at /readyz, serves while it drains, finishes what is under way, ends with code 0",
  async (signal) => {
    const { child, url, log, logged } = await start(["--drain-delay", "1"]);
    expect((await fetch(new URL("/readyz", url))).status).toBe(200);
    const { answered, finish } = halfSent(url, call("lookup_iam", { name: "s3:GetObjekt" }));
    const exit = once(child, "exit");
    child.kill(signal);
    await logged("draining");
    expect((await fetch(new URL("/readyz", url))).status).toBe(503);
    expect((await fetch(new URL("/healthz", url))).status).toBe(200);
    const late = await post(url, call("get_fact", { id: "sts-role-chaining-one-hour" }));
    expect(late.status).toBe(200);
    expect(late.headers.get("connection")).toBe("close");
    await late.text();
    await logged("closing");
    await expect(fetch(new URL("/healthz", url))).rejects.toThrow();
    expect(child.exitCode).toBeNull();
    finish();
    const { status, text } = await answered;
    expect(status).toBe(200);
    expect(text).toContain("GetObject");
    expect(await exit).toEqual([0, null]);
    expect(log()).toContain('"message":"closed"');
  },
);

test("idle connections do not hold the end up", async () => {
  const { child, url } = await start();
  await (await fetch(new URL("/healthz", url))).text();
  const exit = once(child, "exit");
  child.kill("SIGTERM");
  expect(await exit).toEqual([0, null]);
});

test("counts requests by method, tool and outcome, and nothing that a caller names", async () => {
  const { url } = await start();
  await (await post(url, call("lookup_iam", { name: "s3:GetObject" }))).text();
  await (await post(url, call("lookup_iam", { name: "s3:GetObject" }))).text();
  await (await post(url, call("get_fact", { id: "no-such-fact" }))).text();
  await (await post(url, call("made-up-tool", {}))).text();
  await (await post(url, "{")).text();
  await (await fetch(new URL("/made-up-path", url))).text();
  const answer = await fetch(new URL("/metrics", url));
  expect(answer.headers.get("content-type")).toContain("text/plain; version=0.0.4");
  const text = await answer.text();
  for (const line of [
    'iam_pitfalls_mcp_requests_total{method="tools/call",tool="lookup_iam",outcome="ok"} 2',
    'iam_pitfalls_mcp_requests_total{method="tools/call",tool="get_fact",outcome="tool-error"} 1',
    'iam_pitfalls_mcp_requests_total{method="tools/call",tool="other",outcome="error"} 1',
    'iam_pitfalls_mcp_request_duration_seconds_count{method="tools/call",tool="lookup_iam"} 2',
    'iam_pitfalls_http_requests_total{method="POST",path="/mcp",status="400"} 1',
    'iam_pitfalls_http_requests_total{method="GET",path="other",status="404"} 1',
    'iam_pitfalls_http_refused_total{reason="body"} 1',
    'iam_pitfalls_http_refused_total{reason="rate-limit"} 0',
    "iam_pitfalls_http_requests_in_flight 1",
  ])
    expect(text.split("\n")).toContain(line);
  expect(text).toMatch(/^process_cpu_seconds_total \d/m);
  expect(text).toMatch(/^nodejs_eventloop_lag_seconds \d/m);
  expect(text).not.toContain("made-up");
});

test("metrics need the token, or have a port of their own that serves nothing else", async () => {
  const env = { IAM_PITFALLS_HTTP_TOKEN: "old-token, new-token" };
  const { url } = await start([], env);
  expect((await fetch(new URL("/metrics", url))).status).toBe(401);
  const headers = { Authorization: "Bearer new-token" };
  expect((await fetch(new URL("/metrics", url), { headers })).status).toBe(200);

  const apart = await start(["--metrics-port", "0"], env);
  expect((await fetch(new URL("/metrics", apart.url), { headers })).status).toBe(404);
  expect((await fetch(apart.metricsUrl ?? "")).status).toBe(200);
  expect((await post(new URL("/mcp", apart.metricsUrl).href, "{}")).status).toBe(404);
});

test("logs name the request and its calls, and never a policy, a query or a token", async () => {
  const { url, log, logged } = await start([], { IAM_PITFALLS_HTTP_TOKEN: "hidden-token" });
  const headers = { Authorization: "Bearer hidden-token", "X-Request-Id": "from-proxy-1" };
  const answer = await post(
    `${url}?hidden-query`,
    call("check_policy", { policy: '{"Sid": "hidden-policy"}' }),
    headers,
  );
  expect(answer.headers.get("x-request-id")).toBe("from-proxy-1");
  await answer.text();
  const forged = await post(url, "{}", { ...headers, "X-Request-Id": "a b" });
  expect(forged.headers.get("x-request-id")).toMatch(/^[\w-]{36}$/);
  await logged("request");
  const entries = log()
    .trim()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
  expect(entries).toContainEqual(
    expect.objectContaining({ id: "from-proxy-1", calls: ["tools/call check_policy"], status: 200 }),
  );
  expect(log()).not.toContain("hidden");
});

test("too much from one address and too large a body are refused", async () => {
  const { url } = await start(["--rate-limit", "2"]);
  const statuses: number[] = [];
  for (const body of ["{}", "x".repeat(5_000_001), "{}"]) statuses.push((await post(url, body)).status);
  expect(statuses).toEqual([400, 413, 429]);
});

test.each([
  ["--port", "70000"],
  ["--drain-delay", "-1"],
  ["--metrics-port", "x"],
])("%s %s is refused with the way out", async (option, value) => {
  const child = spawn(process.execPath, [program, "serve", "--http", `${option}=${value}`]);
  let text = "";
  child.stderr.on("data", (part: Buffer) => {
    text += part.toString();
  });
  expect(await once(child, "close")).toEqual([2, null]);
  expect(text).toContain(`${option} takes a number`);
});
