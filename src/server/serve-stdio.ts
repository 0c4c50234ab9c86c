import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import type { App } from "../app.ts";
import { createServer } from "./create-server.ts";

/** Serves MCP on stdin and stdout until stdin closes. Nothing else may write to stdout. */
export async function serveStdio(app: App): Promise<void> {
  if (process.stdin.isTTY) {
    console.error(
      [
        `iam-pitfalls-mcp ${app.version}: an MCP server, waiting for a client on stdin.`,
        "You are probably looking for: iam-pitfalls-mcp --help",
      ].join("\n"),
    );
  }
  const server = createServer(app);
  const transport = new StdioServerTransport();
  server.onerror = (error) => console.error(`iam-pitfalls-mcp: ${error.message}`);
  // A client that is gone cannot read: without this a write after its end would crash the process.
  process.stdout.on("error", () => process.exit(0));
  process.stdin.on("end", () => stop());
  process.stdin.on("close", () => stop());
  process.on("SIGTERM", () => stop());
  process.on("SIGINT", () => stop());
  await server.connect(transport);

  function stop(): void {
    void server.close().finally(() => process.exit(0));
  }
}
