// The smallest server on the SDK, as its packages lie in node_modules: a row of bench/start.mjs.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";

const server = new McpServer({ name: "smallest", version: "1.0.0" });
server.registerTool("ping", { description: "Answers pong" }, () => ({
  content: [{ type: "text", text: "pong" }],
}));
await server.connect(new StdioServerTransport());
