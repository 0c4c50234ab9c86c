import type { IncomingMessage, ServerResponse } from "node:http";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { type Call, callsIn, type Outcome } from "./calls.ts";

const HTTP_METHODS = new Set(["DELETE", "GET", "HEAD", "OPTIONS", "POST", "PUT"]);
const PATHS = new Set(["/healthz", "/mcp", "/metrics", "/readyz"]);
/** Seconds. Most answers take milliseconds; reading a page of the documentation takes seconds. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Why a request got no answer of the protocol. */
export type Refused = "body" | "guard" | "overload" | "rate-limit" | "token";

/** What Prometheus reads. Every label comes from a fixed set: no caller can make a new series. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #requests = new Counter({
    name: "iam_pitfalls_http_requests_total",
    help: "HTTP requests answered, by method, path and status; status is `aborted` when the client left first",
    labelNames: ["method", "path", "status"],
    registers: [this.#registry],
  });
  readonly #requestSeconds = new Histogram({
    name: "iam_pitfalls_http_request_duration_seconds",
    help: "From the head of an HTTP request to the end of its answer",
    labelNames: ["path"],
    buckets: BUCKETS,
    registers: [this.#registry],
  });
  readonly #inFlight = new Gauge({
    name: "iam_pitfalls_http_requests_in_flight",
    help: "HTTP requests under way, probes included",
    registers: [this.#registry],
  });
  readonly #refused = new Counter({
    name: "iam_pitfalls_http_refused_total",
    help: "HTTP requests refused before the protocol saw them, by reason",
    labelNames: ["reason"],
    registers: [this.#registry],
  });
  readonly #calls = new Counter({
    name: "iam_pitfalls_mcp_requests_total",
    help: "MCP requests by method, tool (of tools/call) and outcome: ok, tool-error, error, aborted",
    labelNames: ["method", "tool", "outcome"],
    registers: [this.#registry],
  });
  readonly #callSeconds = new Histogram({
    name: "iam_pitfalls_mcp_request_duration_seconds",
    help: "From the parsed MCP request to its answer",
    labelNames: ["method", "tool"],
    buckets: BUCKETS,
    registers: [this.#registry],
  });
  readonly #tools: ReadonlySet<string>;

  constructor(version: string, tools: readonly string[]) {
    this.#tools = new Set(tools);
    collectDefaultMetrics({ register: this.#registry });
    const info = new Gauge({
      name: "iam_pitfalls_info",
      help: "Always 1; the version is the label",
      labelNames: ["version"],
      registers: [this.#registry],
    });
    info.set({ version }, 1);
    for (const reason of ["body", "guard", "overload", "rate-limit", "token"] as const)
      this.#refused.inc({ reason }, 0);
  }

  started(): void {
    this.#inFlight.inc();
  }

  ended(request: IncomingMessage, response: ServerResponse, path: string, ms: number): void {
    const known = PATHS.has(path) ? path : "other";
    const { method: given = "" } = request;
    const method = HTTP_METHODS.has(given) ? given : "other";
    const status = response.writableFinished ? response.statusCode : "aborted";
    this.#inFlight.dec();
    this.#requests.inc({ method, path: known, status });
    this.#requestSeconds.observe({ path: known }, ms / 1000);
  }

  refused(reason: Refused): void {
    this.#refused.inc({ reason });
  }

  /** The MCP requests of a body, with names that are safe in labels and logs. */
  callsIn(body: unknown): readonly Call[] {
    return callsIn(body, this.#tools);
  }

  answered({ method, tool }: Call, outcome: Outcome, ms: number): void {
    this.#calls.inc({ method, tool, outcome });
    this.#callSeconds.observe({ method, tool }, ms / 1000);
  }

  async page(): Promise<{ readonly type: string; readonly text: string }> {
    return { type: this.#registry.contentType, text: await this.#registry.metrics() };
  }
}
