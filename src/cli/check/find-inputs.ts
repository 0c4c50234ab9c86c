import { open, stat } from "node:fs/promises";
import { isAbsolute, relative } from "node:path";
import { glob } from "tinyglobby";
import { UserError } from "../../user-error.ts";

export interface Input {
  /** As people and annotations name it: the path, or `-` for standard input. */
  readonly name: string;
  read(): Promise<string>;
}

/** Files that can hold a policy. */
const EXTENSIONS = "{json,yaml,yml,template}";
/** More is no document of anybody: it is not read, so that an endless pipe ends. */
const MAX_BYTES = 256 * 1024 * 1024;
const IGNORED = ["**/node_modules/**", "**/.git/**", "**/.terraform/**"];

/** The inputs that arguments name: files, folders (all JSON and YAML below), globs, and `-` for standard input. */
export async function findInputs(names: readonly string[]): Promise<Input[]> {
  const inputs: Input[] = [];
  for (const name of names.length > 0 ? names : ["-"])
    inputs.push(...(name === "-" ? [{ name, read: readStdin }] : await findFiles(name)));
  const seen = new Set<string>();
  return inputs.filter(({ name }) => !seen.has(name) && seen.add(name));
}

async function findFiles(name: string): Promise<Input[]> {
  const found = await stat(name).catch(() => undefined);
  // Pipes as well: a shell hands over the output of a command as /dev/fd/63.
  if (found && !found.isDirectory()) return [toInput(name)];
  const patterns = found ? [`${escapeGlob(name)}/**/*.${EXTENSIONS}`] : [name.replaceAll("\\", "/")];
  const isPattern = found !== undefined || /[*?[\]{}]/.test(name);
  const files = isPattern ? await glob(patterns, { ignore: IGNORED, dot: false }) : [];
  if (files.length === 0)
    throw new UserError(
      isPattern
        ? `found no JSON or YAML file at ${name}.`
        : `cannot read ${name}: there is no such file or folder.`,
    );
  return files.sort().map((file) => toInput(isAbsolute(file) ? relative(process.cwd(), file) || file : file));
}

function escapeGlob(name: string): string {
  return name
    .replaceAll("\\", "/")
    .replace(/\/+$/, "")
    .replace(/[*?[\]{}()!]/g, "\\$&");
}

function toInput(name: string): Input {
  return {
    name,
    read: async () => {
      try {
        return await readText(name, (await open(name)).createReadStream());
      } catch (error) {
        if (error instanceof UserError) throw error;
        throw new UserError(`cannot read ${name}.`);
      }
    },
  };
}

function readStdin(): Promise<string> {
  return readText("standard input", process.stdin);
}

async function readText(name: string, stream: AsyncIterable<unknown>): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    if (!(part instanceof Uint8Array)) continue;
    size += part.byteLength;
    if (size > MAX_BYTES)
      throw new UserError(
        `${name} has more than ${MAX_BYTES / 1024 / 1024} MiB, which no policy or template has. The principals command reads account details of any size.`,
      );
    parts.push(Buffer.from(part));
  }
  return decode(Buffer.concat(parts, size));
}

const utf16 = new Map([
  ["fffe", "utf-16le"],
  ["feff", "utf-16be"],
]);

/** Windows PowerShell writes UTF-16 when the output of a command goes into a file, and marks it. */
function decode(bytes: Buffer): string {
  const encoding = utf16.get(bytes.subarray(0, 2).toString("hex"));
  return encoding === undefined ? bytes.toString("utf8") : new TextDecoder(encoding).decode(bytes);
}
