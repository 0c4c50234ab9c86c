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
import { WholeLines } from "./whole-lines.ts";

/** How long what is still being answered when stdin ends may take. Milliseconds. */
const LAST_ANSWERS = 10_000;

/** The SDK ends the connection at a longer message; here only the message is lost. Bytes. */
const MAX_MESSAGE = 10 * 1024 * 1024;

/**
 * Connects the server to stdin and stdout. `answered` is the id of an `initialize` request that has its answer
 * already: the server still has to see the request, and its own answer is dropped. When stdin ends the process
 * exits as soon as every request has been answered.
 */
export async function connectStdio(app: App, answered: RequestId | undefined): Promise<void> {
  const server = createServer(app);
  const lines = new WholeLines(MAX_MESSAGE, () =>
    console.error(`iam-pitfalls-mcp: a message of more than ${MAX_MESSAGE} bytes was not read`),
  );
  const transport = new StdioServerTransport(lines, process.stdout, { maxBufferSize: MAX_MESSAGE });
  const open = new Set<RequestId>();
  let dropped = answered;
  let ended = false;
  server.onerror = (error) => console.error(`iam-pitfalls-mcp: ${wordsOf(error)}`);

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
  lines.on("end", end);
  // A stdin that breaks, or is closed without an end, has said all that it will.
  process.stdin.on("error", () => lines.end());
  process.stdin.on("close", () => lines.end());
  process.stdin.pipe(lines);

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

/** What is no JSON or no message is complained of in a page of words that help nobody. */
function wordsOf(error: Error): string {
  return error instanceof SyntaxError || error.name === "ZodError"
    ? "what came on stdin is no JSON-RPC message and was ignored"
    : printable(error.message);
}

/** Exits when everything written has been handed over. */
function exit(): void {
  process.stdout.write("", () => process.exit(0));
}
