import { join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { onTestFinished } from "vitest";

export const program = join(import.meta.dirname, "../../dist/main.js");

/** A real client with the built program behind it, as agent configurations launch it; closed after the test. */
export async function launch(env: Record<string, string> = {}): Promise<Client> {
  const client = new Client({ name: "test", version: "1.0.0" });
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [program],
    env: { PATH: process.env["PATH"] ?? "", ...env },
    stderr: "pipe",
  });
  onTestFinished(() => client.close());
  await client.connect(transport);
  return client;
}
