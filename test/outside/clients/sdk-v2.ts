import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import type { ClientMaker, Target } from "./real-client.ts";

/** The SDK's second line, which knows this server's protocol versions as the legacy ones. */
export function sdkV2(mode: "legacy" | "auto"): ClientMaker {
  return {
    name: `@modelcontextprotocol/client 2.x, ${mode}`,
    open: async (target) => {
      const client = new Client({ name: "outside", version: "1.0.0" }, { versionNegotiation: { mode } });
      await client.connect(transportTo(target));
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
    },
  };
}

function transportTo(target: Target): StreamableHTTPClientTransport | StdioClientTransport {
  return "url" in target
    ? new StreamableHTTPClientTransport(new URL(target.url))
    : new StdioClientTransport({ ...target, stderr: "ignore" });
}
