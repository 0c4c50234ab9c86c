import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import { SUPPORTED_PROTOCOL_VERSIONS } from "@modelcontextprotocol/sdk/types.js";
import { describe, expect, test } from "vitest";
import { createApp } from "../../src/app.ts";
import { createServer } from "../../src/server/create-server.ts";
import { answerInitialize, protocolVersions } from "../../src/server/handshake.ts";

const version = "1.2.3";
const usual = { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "test", version: "1" } };
const request = (params: unknown, id: unknown = 1) => ({ jsonrpc: "2.0", id, method: "initialize", params });

type Case = [string, ReturnType<typeof request>];

/** What the SDK answers to a message, as the line that its stdio transport would write. */
async function sdkAnswer(message: ReturnType<typeof request>): Promise<string> {
  const [client, transport] = InMemoryTransport.createLinkedPair();
  const server = createServer(createApp({ version, dataFolder: "", env: {} }));
  await server.connect(transport);
  const answer = new Promise<string>((resolve) => {
    client.onmessage = (response) => resolve(`${JSON.stringify(response)}\n`);
  });
  await client.start();
  // The wire takes what a client sends, well-formed or not.
  transport.onmessage?.(JSON.parse(JSON.stringify(message)));
  return answer;
}

test("speaks the versions that the SDK speaks", () => {
  expect(protocolVersions).toEqual(SUPPORTED_PROTOCOL_VERSIONS);
});

describe("answers as the SDK does", () => {
  test.each<Case>([
    ["the newest version", request(usual)],
    ...protocolVersions.map(
      (protocolVersion): Case => [protocolVersion, request({ ...usual, protocolVersion })],
    ),
    ["an unknown version", request({ ...usual, protocolVersion: "2099-01-01" })],
    ["an id in letters", request(usual, "first")],
    ["id zero", request(usual, 0)],
    [
      "what a client can do",
      request({
        ...usual,
        capabilities: { roots: { listChanged: true }, sampling: {}, elicitation: {} },
        clientInfo: { name: "client", title: "A client", version: "2" },
      }),
    ],
  ])("%s", async (_, message) => {
    expect(answerInitialize(`${JSON.stringify(message)}\n`, version)?.line).toBe(await sdkAnswer(message));
  });
});

describe("leaves to the SDK", () => {
  test.each([
    ["half a line", JSON.stringify(request(usual))],
    ["no JSON", "initialize\n"],
    ["another method", `${JSON.stringify({ ...request(usual), method: "ping" })}\n`],
    ["a batch", `${JSON.stringify([request(usual)])}\n`],
    ["a notification", `${JSON.stringify({ jsonrpc: "2.0", method: "initialize", params: usual })}\n`],
    ["a fraction as id", `${JSON.stringify(request(usual, 1.5))}\n`],
    ["null as id", `${JSON.stringify(request(usual, null))}\n`],
    ["no parameters", `${JSON.stringify({ jsonrpc: "2.0", id: 1, method: "initialize" })}\n`],
    ["metadata", `${JSON.stringify(request({ ...usual, _meta: { progressToken: 1 } }))}\n`],
    ["a version that is no text", `${JSON.stringify(request({ ...usual, protocolVersion: 1 }))}\n`],
    ["no client", `${JSON.stringify(request({ ...usual, clientInfo: undefined }))}\n`],
    [
      "a capability that is no object",
      `${JSON.stringify(request({ ...usual, capabilities: { roots: true } }))}\n`,
    ],
    ["another JSON-RPC", `${JSON.stringify({ ...request(usual), jsonrpc: "1.0" })}\n`],
  ])("%s", (_, text) => {
    expect(answerInitialize(text, version)).toBeUndefined();
  });
});
