import { UserError } from "../user-error.ts";
import { type Command, readArguments } from "./command.ts";

const usage = "serve [--http] [--host 127.0.0.1] [--port 3000]";

export const serve: Command = {
  name: "serve",
  usage: "[--http] [--host 127.0.0.1] [--port 3000]",
  summary: "The MCP server: over stdio, or over stateless Streamable HTTP at /mcp",

  async run(argv, { app }) {
    const { values } = readArguments(
      argv,
      {
        http: { type: "boolean" },
        host: { type: "string", default: "127.0.0.1" },
        port: { type: "string", default: "3000" },
      },
      usage,
    );
    if (!values.http) {
      const { serveStdio } = await import("../server/serve-stdio.ts");
      await serveStdio(app);
      return 0;
    }
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new UserError(`--port takes a number from 0 to 65535.\nUsage: ${usage}`);
    const { serveHttp } = await import("../server/serve-http.ts");
    await serveHttp(app, { host: values.host, port });
    return 0;
  },
};
