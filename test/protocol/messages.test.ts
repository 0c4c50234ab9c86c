import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { startHttp } from "../../src/server/serve-http.ts";
import { testApp } from "../support/connect.ts";
import { program } from "../support/launch.ts";
import march from "./2025-03-26.schema.json" with { type: "json" };
import june from "./2025-06-18.schema.json" with { type: "json" };
import november from "./2025-11-25.schema.json" with { type: "json" };

// Every message that the server sends is held against the schema of the version that was agreed on.

interface Version {
  readonly version: string;
  /** The errors of a message that answers a request of this method; empty if it fits. */
  validate(method: string, message: unknown): string[];
}

const versions: readonly Version[] = [
  { version: "2025-03-26", validate: against(new Ajv({ strict: false, validateFormats: false }), march) },
  { version: "2025-06-18", validate: against(new Ajv({ strict: false, validateFormats: false }), june) },
  {
    version: "2025-11-25",
    validate: against(new Ajv2020({ strict: false, validateFormats: false }), november),
  },
];

const RESULTS: Readonly<Record<string, string>> = {
  initialize: "InitializeResult",
  ping: "EmptyResult",
  "tools/list": "ListToolsResult",
  "tools/call": "CallToolResult",
  "resources/list": "ListResourcesResult",
  "resources/templates/list": "ListResourceTemplatesResult",
  "resources/read": "ReadResourceResult",
  "prompts/list": "ListPromptsResult",
  "prompts/get": "GetPromptResult",
  "completion/complete": "CompleteResult",
};

function against(ajv: Ajv | Ajv2020, schema: object): Version["validate"] {
  const prefix = "$defs" in schema ? "protocol#/$defs/" : "protocol#/definitions/";
  const [answer, error] =
    "$defs" in schema
      ? ["JSONRPCResultResponse", "JSONRPCErrorResponse"]
      : ["JSONRPCResponse", "JSONRPCError"];
  ajv.addSchema(schema, "protocol");
  const errorsOf = (name: string, value: unknown): string[] => {
    const valid = ajv.validate(`${prefix}${name}`, value);
    return valid ? [] : [`${name}: ${ajv.errorsText()}`];
  };
  return (method, message) => {
    const { result } = z.object({ result: z.unknown().optional() }).parse(message);
    if (result === undefined) return errorsOf(error ?? "", message);
    return [...errorsOf(answer ?? "", message), ...errorsOf(RESULTS[method] ?? "no such result", result)];
  };
}

interface Request {
  readonly method: string;
  readonly params?: object;
}

const call = (name: string, args: unknown): Request => ({
  method: "tools/call",
  params: { name, arguments: args },
});

const policy = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: ["s3:GetObjekt", "iam:PassRole"], Resource: "*" }],
};

/** Everything that a client may ask, right and wrong. No request needs the network. */
const session: readonly Request[] = [
  { method: "ping" },
  { method: "tools/list" },
  { method: "resources/list" },
  { method: "resources/list", params: { cursor: "no cursor" } },
  { method: "resources/templates/list" },
  { method: "resources/read", params: { uri: "iam-pitfalls://facts" } },
  { method: "resources/read", params: { uri: "iam-pitfalls://changes" } },
  { method: "resources/read", params: { uri: "iam-pitfalls://facts/sts-role-chaining-one-hour" } },
  { method: "resources/read", params: { uri: "iam-pitfalls://checks/INVALID_ACTION" } },
  { method: "resources/read", params: { uri: "iam-pitfalls://facts/none" } },
  { method: "prompts/list" },
  { method: "prompts/get", params: { name: "review_policy", arguments: { policy: "{}" } } },
  { method: "prompts/get", params: { name: "answer_iam_question" } },
  { method: "prompts/get", params: { name: "none" } },
  {
    method: "completion/complete",
    params: {
      ref: { type: "ref/resource", uri: "iam-pitfalls://facts/{id}" },
      argument: { name: "id", value: "s" },
    },
  },
  {
    method: "completion/complete",
    params: { ref: { type: "ref/prompt", name: "review_policy" }, argument: { name: "policy", value: "" } },
  },
  call("search_facts", { query: "role chaining session duration" }),
  call("search_facts", { query: "the colour of the sky" }),
  call("search_facts", { query: "role chaining", limit: 1000 }),
  call("search_facts", {}),
  call("get_fact", { id: "sts-role-chaining-one-hour" }),
  call("get_fact", { id: "none" }),
  call("check_policy", { policy: JSON.stringify(policy) }),
  call("check_policy", { policy }),
  call("check_policy", { policy: "{" }),
  call("check_policy", { policy: 1 }),
  call("lookup_iam", { name: "s3:Get*" }),
  call("lookup_iam", { name: "s3:GetObjekt" }),
  call("fetch_doc", { url: "https://example.com/" }),
  call("fetch_doc", { url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html" }),
  call("verify_fact", { id: "sts-role-chaining-one-hour" }),
  call("none", {}),
  { method: "logging/setLevel", params: { level: "debug" } },
  { method: "no/such/method" },
];

const initialize = (protocolVersion: string): Request => ({
  method: "initialize",
  params: { protocolVersion, capabilities: {}, clientInfo: { name: "raw", version: "1" } },
});

const env = {
  PATH: process.env["PATH"],
  IAM_PITFALLS_OFFLINE: "1",
  IAM_PITFALLS_CACHE_DIR: "/nowhere/at/all",
};

const httpOptions = {
  host: "127.0.0.1",
  port: 0,
  rateLimit: 0,
  drainDelay: 0,
  hostNames: [],
  tokens: [],
  log: () => {},
};

const PING = '{"jsonrpc":"2.0","id":1,"method":"ping"}';

const Answer = z.looseObject({ id: z.number() });

test.each(versions)("every message over stdio fits the schema of $version", async ({ version, validate }) => {
  const child = spawn(process.execPath, [program], { env });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  const requests = [initialize(version), ...session];
  requests.forEach(({ method, params }, id) => {
    child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", id, method, params })}\n`);
  });
  const seen = new Set<number>();
  const errors: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const message = Answer.parse(JSON.parse(line));
    const method = requests[message.id]?.method ?? "";
    seen.add(message.id);
    errors.push(...validate(method, message).map((error) => `${method} ${message.id}: ${error}`));
    if (message.id === 0) expect(message["result"]).toMatchObject({ protocolVersion: version });
    if (seen.size === requests.length) break;
  }
  expect(errors).toEqual([]);
  expect(seen.size).toBe(requests.length);
});

test.each(versions)("every message over HTTP fits the schema of $version", async ({ version, validate }) => {
  const app = testApp({ IAM_PITFALLS_OFFLINE: "1", IAM_PITFALLS_CACHE_DIR: env.IAM_PITFALLS_CACHE_DIR });
  const http = await startHttp(app, httpOptions);
  onTestFinished(() => http.close());
  const errors: string[] = [];
  for (const [id, { method, params }] of [initialize(version), ...session].entries()) {
    const response = await fetch(http.url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "application/json, text/event-stream",
        ...(method !== "initialize" && { "mcp-protocol-version": version }),
      },
      body: JSON.stringify({ jsonrpc: "2.0", id, method, params }),
    });
    errors.push(...validate(method, await response.json()).map((error) => `${method} ${id}: ${error}`));
  }
  expect(errors).toEqual([]);
});

// Their schemas before 2025-11-25 ask for an id, and their text says that such an answer has none.
test.each([
  ["a body that is no JSON", "{", {}, -32700],
  ["a body that is no message", "1", {}, -32700],
  ["a message with the id null", '{"jsonrpc":"2.0","id":null,"method":"ping"}', {}, -32700],
  ["a list with something else", '[{"jsonrpc":"2.0","id":1,"method":"ping"},{}]', {}, -32700],
  ["an Accept without streams", PING, { accept: "application/json" }, -32000],
  ["a body of another type", PING, { "content-type": "text/plain" }, -32000],
  ["a version that nobody knows", PING, { "mcp-protocol-version": "1999-01-01" }, -32000],
])("an error over HTTP that answers no request has no id: %s", async (_, body, headers, code) => {
  const http = await startHttp(testApp({ IAM_PITFALLS_OFFLINE: "1" }), httpOptions);
  onTestFinished(() => http.close());
  const response = await fetch(http.url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      ...headers,
    },
    body,
  });
  const message = await response.json();
  expect(response.ok).toBe(false);
  expect(versions.at(-1)?.validate("", message)).toEqual([]);
  expect(message).not.toHaveProperty("id");
  expect(message).toMatchObject({ error: { code } });
});

describe("the test itself", () => {
  test.each(versions)("sees a message that does not fit $version", ({ validate }) => {
    const message = { jsonrpc: "2.0", id: 1, result: { tools: [{ name: "t" }] } };
    expect(validate("tools/list", message).join()).toMatch(/inputSchema/);
    expect(validate("ping", { jsonrpc: "2.0", id: 1, error: { code: "x" } })).not.toEqual([]);
  });
});
