import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import {
  isJSONRPCErrorResponse,
  isJSONRPCNotification,
  isJSONRPCRequest,
  isJSONRPCResultResponse,
  type RequestId,
} from "@modelcontextprotocol/sdk/types.js";
import type { App } from "../app.ts";
import { printable } from "../printable.ts";
import { createServer } from "./create-server.ts";

/** How long what is still being answered when stdin ends may take. Milliseconds. */
const LAST_ANSWERS = 10_000;

/**
 * Connects the server to stdin and stdout. `answered` is the id of an `initialize` request that has its answer
 * already: the server still has to see the request, and its own answer is dropped. When stdin ends the process
 * exits as soon as every request has been answered.
 */
export async function connectStdio(app: App, answered: RequestId | undefined): Promise<void> {
  const server = createServer(app);
  const transport = new StdioServerTransport();
  const open = new Set<RequestId>();
  let dropped = answered;
  let ended = false;
  server.onerror = (error) => console.error(printable(`iam-pitfalls-mcp: ${error.message}`));

  const send = transport.send.bind(transport);
  transport.send = async (message) => {
    const id = isJSONRPCResultResponse(message) || isJSONRPCErrorResponse(message) ? message.id : undefined;
    if (id !== undefined && id === dropped) dropped = undefined;
    else await send(message);
    if (id !== undefined) settle(id);
  };
  // Each answer that waits for a slow reader listens for its turn: many are no leak.
  process.stdout.setMaxListeners(0);
  await server.connect(transport);
  const receive = transport.onmessage;
  transport.onmessage = (message) => {
    if (isJSONRPCRequest(message)) open.add(message.id);
    receive?.(message);
    // A request that was cancelled gets no answer.
    if (isJSONRPCNotification(message) && message.method === "notifications/cancelled") {
      const id = message.params?.["requestId"];
      if (typeof id === "string" || typeof id === "number") settle(id);
    }
  };
  process.stdin.on("end", end);
  process.stdin.on("close", end);
  process.stdin.resume();

  function settle(id: RequestId): void {
    open.delete(id);
    if (ended && open.size === 0) exit();
  }

  function end(): void {
    if (ended) return;
    ended = true;
    if (open.size === 0) exit();
    else setTimeout(exit, LAST_ANSWERS);
  }
}

/** Exits when everything written has been handed over. */
function exit(): void {
  process.stdout.write("", () => process.exit(0));
}
