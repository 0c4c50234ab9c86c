import { type ParseArgsConfig, parseArgs } from "node:util";
import type * as z from "zod";
import type { App } from "../app.ts";
import { describeIssues, type Tool } from "../server/tool.ts";
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

/** Node's own parser, with its complaints turned into user errors. `most` is how many words besides options may stand. */
export function readArguments<T extends Options>(
  argv: readonly string[],
  options: T,
  usage: string,
  most = Number.POSITIVE_INFINITY,
) {
  const read = parse(argv, options, usage);
  const stray = read.positionals[most];
  if (stray !== undefined)
    throw new UserError(
      `does not know what to do with ${JSON.stringify(stray.slice(0, 80))}.\nUsage: ${usage}`,
    );
  return read;
}

function parse<T extends Options>(argv: readonly string[], options: T, usage: string) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    const [reason = ""] = error instanceof Error ? error.message.split("\n") : [];
    throw new UserError(`${reason}\nUsage: ${usage}`);
  }
}

/** What a tool takes, from options; says which of them does not fit and why. */
export function readToolInput<Input extends z.ZodObject>(
  tool: Pick<Tool<Input>, "input">,
  args: Readonly<Record<string, unknown>>,
  usage: string,
): z.output<Input> {
  const read = tool.input.safeParse(args);
  if (!read.success) throw new UserError(`${describeIssues(read.error)}\nUsage: ${usage}`);
  return read.data;
}
