import { createApp } from "./app.ts";
import { version } from "./version.ts";

/**
 * What a client launches: no arguments, a server. Everything else is a command, loaded only then.
 * `dataFolder` holds what the build compiled: it is the folder of the program itself.
 */
export async function main(argv: readonly string[], dataFolder: string): Promise<void> {
  const app = createApp({ version, dataFolder, env: process.env });
  if (argv.length === 0) {
    const { serveStdio } = await import("./server/serve-stdio.ts");
    await serveStdio(app);
    return;
  }
  const { runCommand } = await import("./cli/run-command.ts");
  process.exitCode = await runCommand(argv, app);
}
