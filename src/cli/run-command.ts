import type { App } from "../app.ts";
import { UserError } from "../user-error.ts";
import type { Command } from "./command.ts";
import { commands } from "./commands.ts";
import { helpPage } from "./help.ts";
import { createTerminal } from "./terminal.ts";

/** Runs one command; the answer is the exit code: 0 well, 1 findings or drift, 2 unusable input. */
export async function runCommand(argv: readonly string[], app: App): Promise<number> {
  const terminal = createTerminal(process.env);
  // Whoever closes the pipe has read enough; an answer cut by a full disk must not look whole.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") return;
    terminal.note("iam-pitfalls-mcp: cannot write the answer: is the disk full?");
    process.exit(2);
  });
  const [name = "", ...rest] = argv;
  if (name === "--version" || name === "-v") {
    terminal.out(app.version);
    return 0;
  }
  if (name === "--help" || name === "-h" || name === "help") {
    terminal.out(helpPage(commands));
    return 0;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) {
    terminal.note(
      `iam-pitfalls-mcp has no command ${JSON.stringify(name.slice(0, 80))}.\n\n${helpPage(commands)}`,
    );
    return 2;
  }
  return run(command, rest, { app, terminal });
}

async function run(
  command: Command,
  argv: readonly string[],
  context: Parameters<Command["run"]>[1],
): Promise<number> {
  if (argv.includes("--help") || argv.includes("-h")) {
    context.terminal.out(helpPage([command]));
    return 0;
  }
  try {
    return await command.run(argv, context);
  } catch (error) {
    if (error instanceof UserError) {
      context.terminal.note(`iam-pitfalls-mcp ${command.name}: ${error.message}`);
      return 2;
    }
    throw error;
  }
}
