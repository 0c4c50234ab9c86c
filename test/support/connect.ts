import { join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import { onTestFinished } from "vitest";
import { type App, createApp } from "../../src/app.ts";
import { createServer } from "../../src/server/create-server.ts";

export function testApp(env: Record<string, string> = {}): App {
  return createApp({ version: "0.0.0-test", dataFolder: join(import.meta.dirname, "../../dist"), env });
}

/** A real client connected in memory to the server over the sources. */
export async function connect(app: App = testApp()): Promise<Client> {
  const [clientSide, serverSide] = InMemoryTransport.createLinkedPair();
  const client = new Client({ name: "test", version: "1.0.0" });
  onTestFinished(() => client.close());
  await Promise.all([createServer(app).connect(serverSide), client.connect(clientSide)]);
  return client;
}

/** The data of a tool's answer; fails the test if the tool refused. */
export async function callForData(
  client: Client,
  name: string,
  args: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const result = await client.callTool({ name, arguments: args });
  if (result.isError || !isRecord(result.structuredContent))
    throw new Error(`${name} failed: ${JSON.stringify(result.content)}`);
  return result.structuredContent;
}

/** The text of an error answer; fails the test if the tool did not refuse. */
export async function callForError(
  client: Client,
  name: string,
  args: Record<string, unknown>,
): Promise<string> {
  const result = await client.callTool({ name, arguments: args });
  if (!result.isError) throw new Error(`${name} did not refuse`);
  return JSON.stringify(result.content);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
