import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
import type { JSONRPCMessage } from "@modelcontextprotocol/sdk/types.js";
import { type Call, type Outcome, outcomeOf } from "./calls.ts";

/** The SDK's transport for one HTTP request, which tells how each MCP request in it came out. */
export class ObservedTransport extends StreamableHTTPServerTransport {
  readonly #start = performance.now();
  readonly #open: Map<unknown, Call>;
  readonly #answered: (call: Call, outcome: Outcome, ms: number) => void;

  constructor(calls: readonly Call[], answered: (call: Call, outcome: Outcome, ms: number) => void) {
    // No session id: nothing of one request is needed for the next.
    super({ enableJsonResponse: true });
    this.#open = new Map(calls.map((call) => [call.id, call]));
    this.#answered = answered;
  }

  override async send(...[message, options]: Parameters<StreamableHTTPServerTransport["send"]>) {
    if (isAnswer(message)) this.#finish(message.id, outcomeOf(message));
    await super.send(message, options);
  }

  /** Called when the HTTP request is over: what has no answer by now gets none. */
  override async close(): Promise<void> {
    for (const id of [...this.#open.keys()]) this.#finish(id, "aborted");
    await super.close();
  }

  #finish(id: unknown, outcome: Outcome): void {
    const call = this.#open.get(id);
    if (!call) return;
    this.#open.delete(id);
    this.#answered(call, outcome, performance.now() - this.#start);
  }
}

function isAnswer(message: JSONRPCMessage): message is Extract<JSONRPCMessage, { id?: unknown }> {
  return "result" in message || "error" in message;
}
