import type { App } from "../app.ts";
import { type Answer, answerInitialize } from "./handshake.ts";

/** Serves MCP on stdin and stdout until stdin closes. Nothing else may write to stdout. */
export async function serveStdio(app: App): Promise<void> {
  if (process.stdin.isTTY) {
    console.error(
      [
        `iam-pitfalls-mcp ${app.version}: an MCP server, waiting for a client on stdin.`,
        "You are probably looking for: iam-pitfalls-mcp --help",
      ].join("\n"),
    );
  }
  // A client that is gone cannot read: without this a write after its end would crash the process.
  process.stdout.on("error", () => process.exit(0));
  process.on("SIGTERM", () => process.exit(0));
  process.on("SIGINT", () => process.exit(0));
  const answer = await answerFirst(app.version);
  const { connectStdio } = await import("./connect-stdio.ts");
  await connectStdio(app, answer?.id);
}

/** Answers `initialize` if stdin begins with it, and puts what it read back for the server. */
function answerFirst(version: string): Promise<Answer | undefined> {
  const { stdin, stdout } = process;
  return new Promise((resolve) => {
    const leave = () => process.exit(0);
    stdin.once("end", leave);
    stdin.once("data", (chunk: Buffer) => {
      stdin.off("end", leave);
      const answer = answerInitialize(chunk.toString(), version);
      if (answer) stdout.write(answer.line);
      stdin.pause();
      stdin.unshift(chunk);
      resolve(answer);
    });
  });
}
