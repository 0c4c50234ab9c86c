import { styleText } from "node:util";
import { printable } from "../printable.ts";

export interface Terminal {
  /** A line on stdout: the answer, and nothing but the answer. */
  out(line: string): void;
  /** A text of JSON on stdout, for programs: the same data to the last character. */
  json(text: string): void;
  /** A line on stderr: progress and complaints. */
  note(line: string): void;
  /** Overwrites one line on stderr; an empty text clears it. Only where a person watches. */
  progress(text: string): void;
  /** Colour where a person looks and has not said no to it. */
  style(format: Parameters<typeof styleText>[0], text: string): string;
  /** Whether a person watches stderr, so that progress is worth drawing. */
  readonly interactive: boolean;
}

export function createTerminal(env: Readonly<Record<string, string | undefined>>): Terminal {
  const colour = wantsColour(env);
  return {
    out: (line) => console.log(printable(line)),
    json: (text) => console.log(text.replaceAll(/[\u007f-\u009f]/g, jsonEscape)),
    note: (line) => console.error(printable(line)),
    progress: (text) => {
      if (process.stderr.isTTY)
        process.stderr.write(`\r\u001b[K${printable(text).slice(0, process.stderr.columns - 1)}`);
    },
    style: (format, text) => (colour ? styleText(format, text) : text),
    interactive: process.stderr.isTTY === true,
  };
}

function wantsColour(env: Readonly<Record<string, string | undefined>>): boolean {
  if (env["NO_COLOR"]) return false;
  return process.stdout.isTTY === true || Boolean(env["FORCE_COLOR"]);
}

/** JSON escapes the lower control characters by itself, and these only where it is asked to. */
function jsonEscape(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
