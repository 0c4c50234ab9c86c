import { UserError } from "../user-error.ts";
import { type Command, readArguments } from "./command.ts";

const usage = "serve [--http] [--host 127.0.0.1] [--port 3000] [--rate-limit 600]";

export const serve: Command = {
  name: "serve",
  usage: "[--http] [--host 127.0.0.1] [--port 3000] [--rate-limit 600]",
  summary: "The MCP server: over stdio, or over stateless Streamable HTTP at /mcp",

  async run(argv, { app }) {
    const { values } = readArguments(
      argv,
      {
        http: { type: "boolean" },
        host: { type: "string", default: "127.0.0.1" },
        port: { type: "string", default: "3000" },
        "rate-limit": { type: "string", default: "600" },
      },
      usage,
    );
    if (!values.http) {
      const { serveStdio } = await import("../server/serve-stdio.ts");
      await serveStdio(app);
      return 0;
    }
    const port = readNumber("--port", values.port, 65_535);
    const rateLimit = readNumber("--rate-limit", values["rate-limit"], 1_000_000);
    const token = process.env["IAM_PITFALLS_HTTP_TOKEN"];
    const hostNames = (process.env["IAM_PITFALLS_HTTP_HOSTS"] ?? "").toLowerCase().split(/[\s,]+/);
    const { serveHttp } = await import("../server/serve-http.ts");
    await serveHttp(app, {
      host: values.host,
      port,
      rateLimit,
      hostNames: hostNames.filter((name) => name !== ""),
      log: (line) => console.error(line),
      ...(token !== undefined && token !== "" && { token }),
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
