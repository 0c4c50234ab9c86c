import { styleText } from "node:util";

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

/** The sequences that `style` writes: bold, dim, colours, and their ends. */
const STYLES = new Set([1, 2, 22, 31, 32, 33, 34, 35, 36, 37, 39].map((code) => `\u001b[${code}m`));

/**
 * A text that cannot steer a terminal. What is shown comes from policies, pages and names of files, and a terminal
 * obeys some characters: it moves its cursor, changes its title, answers as if the user had typed. All but the styles
 * of `style`, line breaks and tabs become the pictures of control characters, of one column each.
 */
export function printable(text: string): string {
  return text.replaceAll(/\r\n|\p{Cc}(?:\[\d+m)?/gu, (found) =>
    found === "\r\n" || STYLES.has(found) ? found : Array.from(found, pictureOf).join(""),
  );
}

function pictureOf(char: string): string {
  const code = char.charCodeAt(0);
  if (char === "\n" || char === "\t") return char;
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return "\u2421";
  return code < 0xa0 && code > 0x7f ? "\ufffd" : char;
}

/** JSON escapes the lower control characters by itself, and these only where it is asked to. */
function jsonEscape(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
