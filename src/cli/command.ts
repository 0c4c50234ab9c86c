import { type ParseArgsConfig, parseArgs } from "node:util";
import type { App } from "../app.ts";
import { UserError } from "../user-error.ts";
import type { Terminal } from "./terminal.ts";

export interface CommandContext {
  readonly app: App;
  readonly terminal: Terminal;
}

export interface Command {
  readonly name: string;
  /** Arguments and options as the help shows them. */
  readonly usage: string;
  readonly summary: string;
  /** The answer is the exit code. */
  run(argv: readonly string[], context: CommandContext): Promise<number>;
}

type Options = NonNullable<ParseArgsConfig["options"]>;

/** Node's own parser, with its complaints turned into user errors. */
export function readArguments<T extends Options>(argv: readonly string[], options: T, usage: string) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    const [reason = ""] = error instanceof Error ? error.message.split("\n") : [];
    throw new UserError(`${reason}\nUsage: ${usage}`);
  }
}
