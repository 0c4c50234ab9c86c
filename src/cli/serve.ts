import { UserError } from "../user-error.ts";
import { type Command, readArguments } from "./command.ts";

const options =
  "[--http] [--host 127.0.0.1] [--port 3000] [--metrics-port N] [--rate-limit 600] [--drain-delay 0]";
const usage = `serve ${options}`;

export const serve: Command = {
  name: "serve",
  usage: options,
  summary: "The MCP server: over stdio, or over stateless Streamable HTTP at /mcp",

  async run(argv, { app }) {
    const { values } = readArguments(
      argv,
      {
        http: { type: "boolean" },
        host: { type: "string", default: "127.0.0.1" },
        port: { type: "string", default: "3000" },
        "metrics-port": { type: "string" },
        "rate-limit": { type: "string", default: "600" },
        "drain-delay": { type: "string", default: "0" },
      },
      usage,
      0,
    );
    if (!values.http) {
      const { serveStdio } = await import("../server/serve-stdio.ts");
      await serveStdio(app);
      return 0;
    }
    const port = readNumber("--port", values.port, 65_535);
    const rateLimit = readNumber("--rate-limit", values["rate-limit"], 1_000_000);
    const drainDelay = readNumber("--drain-delay", values["drain-delay"], 300);
    const metricsPort = values["metrics-port"];
    const { serveHttp } = await import("../server/serve-http.ts");
    await serveHttp(app, {
      host: values.host,
      port,
      rateLimit,
      drainDelay,
      hostNames: readList("IAM_PITFALLS_HTTP_HOSTS").map((name) => name.toLowerCase()),
      tokens: readList("IAM_PITFALLS_HTTP_TOKEN"),
      log: (line) => console.error(line),
      ...(metricsPort !== undefined && { metricsPort: readNumber("--metrics-port", metricsPort, 65_535) }),
    });
    return 0;
  },
};

function readNumber(option: string, text: string, max: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > max)
    throw new UserError(`${option} takes a number from 0 to ${max}.\nUsage: ${usage}`);
  return value;
}

/** A variable's values, separated by commas or spaces. */
function readList(variable: string): readonly string[] {
  return (process.env[variable] ?? "").split(/[\s,]+/).filter((value) => value !== "");
}
