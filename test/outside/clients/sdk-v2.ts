import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { overSdk } from "./over-sdk.ts";
import type { ClientMaker, Target } from "./real-client.ts";

/** The SDK's second line, which knows this server's protocol versions as the legacy ones. */
export function sdkV2(mode: "legacy" | "auto"): ClientMaker {
  return {
    name: `@modelcontextprotocol/client 2.x, ${mode}`,
    open: async (target) => {
      const client = new Client({ name: "outside", version: "1.0.0" }, { versionNegotiation: { mode } });
      await client.connect(transportTo(target));
      return overSdk(client);
    },
  };
}

function transportTo(target: Target): StreamableHTTPClientTransport | StdioClientTransport {
  return "url" in target
    ? new StreamableHTTPClientTransport(new URL(target.url))
    : new StdioClientTransport({ ...target, stderr: "ignore" });
}
