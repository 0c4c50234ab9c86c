import { readFile, stat } from "node:fs/promises";
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
  if (found?.isFile()) return [toInput(name)];
  const patterns = found?.isDirectory()
    ? [`${escapeGlob(name)}/**/*.${EXTENSIONS}`]
    : [name.replaceAll("\\", "/")];
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
        return await readFile(name, "utf8");
      } catch {
        throw new UserError(`cannot read ${name}.`);
      }
    },
  };
}

async function readStdin(): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString("utf8");
}
