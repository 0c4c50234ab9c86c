import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import type { ClientMaker, RealClient, Target } from "./real-client.ts";

export const sdkV1: ClientMaker = {
  name: "@modelcontextprotocol/sdk 1.x",
  open: async (target) => {
    const client = new Client({ name: "outside", version: "1.0.0" });
    await connectTo(client, target);
    return overSdkV1(client);
  },
};

async function connectTo(client: Client, target: Target): Promise<void> {
  if ("url" in target) {
    await client.connect(new StreamableHTTPClientTransport(new URL(target.url)));
  } else await client.connect(new StdioClientTransport({ ...target, stderr: "ignore" }));
}

/** Also for clients that hand out the SDK's client which they are built on. */
export function overSdkV1(client: Client): RealClient {
  return {
    listTools: async () => (await client.listTools()).tools.map(({ name }) => name),
    call: async (name, args) => {
      const { content, isError } = await client.callTool({ name, arguments: args });
      return { text: JSON.stringify(content), isError: isError === true };
    },
    read: async (uri) => JSON.stringify(await client.readResource({ uri })),
    listResources: async () => (await client.listResources()).resources.map(({ uri }) => uri),
    prompt: async (name, args) => JSON.stringify(await client.getPrompt({ name, arguments: args })),
    complete: async (uri, name, value) => {
      const { completion } = await client.complete({
        ref: { type: "ref/resource", uri },
        argument: { name, value },
      });
      return completion.values;
    },
    close: () => client.close(),
  };
}
