import { isRecord } from "../is-record.ts";

/** An MCP request inside an HTTP request. Both names come from fixed sets; what is unknown is `other`. */
export interface Call {
  readonly id: string | number;
  readonly method: string;
  /** Only of `tools/call`; otherwise empty. */
  readonly tool: string;
}

/** `tool-error`: a result that says what was wrong with the call. `error`: the protocol's own. */
export type Outcome = "ok" | "tool-error" | "error" | "aborted";

const METHODS = new Set([
  "completion/complete",
  "initialize",
  "ping",
  "prompts/get",
  "prompts/list",
  "resources/list",
  "resources/read",
  "resources/templates/list",
  "tools/call",
  "tools/list",
]);

/** The requests of a body, of which nothing is known but that it was JSON. Notifications have no answer. */
export function callsIn(body: unknown, tools: ReadonlySet<string>): readonly Call[] {
  const messages: readonly unknown[] = Array.isArray(body) ? body : [body];
  return messages.flatMap((message) => {
    if (!isRecord(message)) return [];
    const { id, method, params } = message;
    if ((typeof id !== "string" && typeof id !== "number") || typeof method !== "string") return [];
    return [{ id, method: METHODS.has(method) ? method : "other", tool: toolOf(method, params, tools) }];
  });
}

function toolOf(method: string, params: unknown, tools: ReadonlySet<string>): string {
  if (method !== "tools/call") return "";
  const name = isRecord(params) ? params["name"] : undefined;
  return typeof name === "string" && tools.has(name) ? name : "other";
}

export function outcomeOf(answer: object): Outcome {
  if ("error" in answer) return "error";
  const result: unknown = "result" in answer ? answer.result : undefined;
  return isRecord(result) && result["isError"] === true ? "tool-error" : "ok";
}
