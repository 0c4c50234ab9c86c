import { instructions } from "./instructions.ts";
import { isRecord } from "./is-record.ts";

/** The protocol versions that are spoken, newest first: the SDK's own list, which a test compares. */
export const protocolVersions = [
  "2025-11-25",
  "2025-06-18",
  "2025-03-26",
  "2024-11-05",
  "2024-10-07",
] as const;

export const capabilities = { tools: {}, resources: {}, prompts: {}, completions: {} };

export function serverInfo(version: string) {
  return {
    name: "iam-pitfalls-mcp",
    title: "AWS IAM pitfalls",
    version,
    description: "Verified facts on what AI agents get wrong about AWS IAM, and an offline policy check",
  };
}

export interface Answer {
  readonly id: string | number;
  /** The response as a line, exactly as the SDK would write it. */
  readonly line: string;
}

/**
 * The answer to the `initialize` request in the first line of `text`, or undefined where that line is anything
 * else or anything unusual: then the SDK answers, errors included. It exists so that a client need not wait
 * until the SDK has been loaded, which takes most of a start.
 */
export function answerInitialize(text: string, version: string): Answer | undefined {
  const end = text.indexOf("\n");
  if (end < 0) return undefined;
  const request = parse(text.slice(0, end));
  if (!isRecord(request) || request["jsonrpc"] !== "2.0" || request["method"] !== "initialize")
    return undefined;
  if (!Object.keys(request).every((key) => ["jsonrpc", "id", "method", "params"].includes(key)))
    return undefined;
  const { id, params } = request;
  if (typeof id !== "string" && !Number.isSafeInteger(id)) return undefined;
  if (!isRecord(params) || !isUsual(params)) return undefined;
  const protocolVersion =
    protocolVersions.find((known) => known === params["protocolVersion"]) ?? protocolVersions[0];
  const result = { protocolVersion, capabilities, serverInfo: serverInfo(version), instructions };
  const answerId = typeof id === "string" ? id : Number(id);
  return { id: answerId, line: `${JSON.stringify({ result, jsonrpc: "2.0", id: answerId })}\n` };
}

/** Whether the parameters are of the shape that every client sends, so that the SDK would surely take them. */
function isUsual(params: Readonly<Record<string, unknown>>): boolean {
  const { protocolVersion, capabilities: theirs, clientInfo, ...others } = params;
  return (
    Object.keys(others).length === 0 &&
    typeof protocolVersion === "string" &&
    isRecord(theirs) &&
    Object.values(theirs).every(isRecord) &&
    isRecord(clientInfo) &&
    typeof clientInfo["name"] === "string" &&
    typeof clientInfo["version"] === "string"
  );
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
