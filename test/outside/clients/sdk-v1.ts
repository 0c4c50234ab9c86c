import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { overSdk } from "./over-sdk.ts";
import type { ClientMaker, Target } from "./real-client.ts";

export const sdkV1: ClientMaker = {
  name: "@modelcontextprotocol/sdk 1.x",
  open: async (target) => {
    const client = new Client({ name: "outside", version: "1.0.0" });
    await connectTo(client, target);
    return overSdk(client);
  },
};

async function connectTo(client: Client, target: Target): Promise<void> {
  if ("url" in target) {
    await client.connect(new StreamableHTTPClientTransport(new URL(target.url)));
  } else await client.connect(new StdioClientTransport({ ...target, stderr: "ignore" }));
}
