import type { IncomingMessage, ServerResponse } from "node:http";
import { WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js";
import type { JSONRPCMessage } from "@modelcontextprotocol/sdk/types.js";
import { type Call, type Outcome, outcomeOf } from "./calls.ts";

/** The SDK's transport for one HTTP request, which tells how each MCP request in it came out. */
export class ObservedTransport extends WebStandardStreamableHTTPServerTransport {
  readonly #start = performance.now();
  readonly #open: Map<unknown, Call>;
  readonly #answered: (call: Call, outcome: Outcome, ms: number) => void;

  constructor(calls: readonly Call[], answered: (call: Call, outcome: Outcome, ms: number) => void) {
    // No session id: nothing of one request is needed for the next.
    super({ enableJsonResponse: true });
    this.#open = new Map(calls.map((call) => [call.id, call]));
    this.#answered = answered;
  }

  /** Answers a POST whose body has been read; never, if the client leaves first. */
  async answer({ headers }: IncomingMessage, response: ServerResponse, body: unknown): Promise<void> {
    const request = new Request(ADDRESS, { method: "POST" });
    for (const name of READ_HEADERS) {
      const value = headers[name];
      if (typeof value === "string") request.headers.set(name, value);
    }
    const answer = await this.handleRequest(request, { parsedBody: body });
    const text = await answer.text();
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(answer.ok ? text : withoutNullId(text));
  }

  override async send(...[message, options]: Parameters<WebStandardStreamableHTTPServerTransport["send"]>) {
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

/** The SDK asks for an absolute address, and no answer depends on it. */
const ADDRESS = "http://localhost/mcp";

/** What the SDK looks at. */
const READ_HEADERS = ["accept", "content-type", "last-event-id", "mcp-protocol-version", "mcp-session-id"];

/** An error that belongs to no request has no id: the protocol's schema knows no `null`, which JSON-RPC has there. */
function withoutNullId(text: string): string {
  return JSON.stringify(JSON.parse(text), (key, value: unknown) =>
    key === "id" && value === null ? undefined : value,
  );
}

function isAnswer(message: JSONRPCMessage): message is Extract<JSONRPCMessage, { id?: unknown }> {
  return "result" in message || "error" in message;
}
