import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, relative, sep } from "node:path";
import { type Fact, FactHead, factId } from "./fact.ts";
import { readYaml } from "./read-yaml.ts";
import { isTopic, topics } from "./topics.ts";

/** A file that could not become a fact, with everything that is wrong with it. */
export interface BrokenFile {
  /** Path below the folder, with forward slashes. */
  readonly file: string;
  readonly problems: readonly string[];
}

export interface LoadedFolder {
  readonly facts: readonly Fact[];
  readonly broken: readonly BrokenFile[];
}

/** A fact is a page of text: anything larger is not one, and reading it would only cost memory. */
const MAX_FILE_BYTES = 64 * 1024;
const MAX_FILES = 5000;

/**
 * Reads every `<topic>/<id>.md` below a folder. Never throws on content: what is wrong comes back in
 * `broken`, one entry per file with all its problems, beside the facts that are well.
 */
export function loadFolder(folder: string): LoadedFolder {
  const broken: BrokenFile[] = [];
  const byId = new Map<string, { fact: Fact; file: string }>();
  let files: string[];
  try {
    const entries = listMarkdown(folder);
    files = entries.filter((entry) => entry.isFile()).map(pathOf);
    // A link may lead out of the folder, and a pipe never ends.
    for (const entry of entries.filter((each) => !each.isFile() && !each.isDirectory()))
      broken.push({
        file: nameOf(folder, pathOf(entry)),
        problems: ["is no regular file: links are not followed, put the file itself here"],
      });
  } catch {
    return { facts: [], broken: [{ file: folder, problems: ["the folder cannot be read"] }] };
  }
  if (files.length > MAX_FILES) {
    broken.push({ file: folder, problems: [`holds more than ${MAX_FILES} files: the rest was not read`] });
    files.length = MAX_FILES;
  }
  for (const file of files) {
    const name = nameOf(folder, file);
    const result = readFact(file, name);
    if ("problems" in result) {
      broken.push({ file: name, problems: result.problems });
      continue;
    }
    const other = byId.get(result.fact.id);
    if (other) {
      broken.push({ file: name, problems: [`has the id of ${other.file}: ids are flat and unique`] });
      continue;
    }
    byId.set(result.fact.id, { fact: result.fact, file: name });
  }
  return { facts: [...byId.values()].map(({ fact }) => fact), broken };
}

function listMarkdown(folder: string): Dirent[] {
  const entries: Dirent[] = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.name.endsWith(".md") && entry.name !== "README.md")
    .sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));
}

function pathOf(entry: Dirent): string {
  return join(entry.parentPath, entry.name);
}

/** The path below the folder, with forward slashes. */
function nameOf(folder: string, path: string): string {
  return relative(folder, path).split(sep).join("/");
}

function readFact(path: string, name: string): { fact: Fact } | { problems: string[] } {
  let text: string;
  try {
    if (statSync(path).size > MAX_FILE_BYTES) return { problems: [`is larger than ${MAX_FILE_BYTES} bytes`] };
    text = readFileSync(path, "utf8");
  } catch {
    return { problems: ["cannot be read"] };
  }
  return parseFact(text, name);
}

/** One fact from the text of its file; `name` is `<topic>/<id>.md`. */
export function parseFact(text: string, name: string): { fact: Fact } | { problems: string[] } {
  const id = basename(name, ".md");
  const topic = name.split("/").at(-2) ?? "";
  const problems: string[] = [];
  if (!factId.safeParse(id).success)
    problems.push(`the file name ${id} is no fact id: kebab-case, at most 80 characters`);
  if (!isTopic(topic)) problems.push(`the folder ${topic} is no topic: ${Object.keys(topics).join(", ")}`);

  const parts = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n([\s\S]*))?$/.exec(text);
  if (!parts) return { problems: [...problems, "has no front matter: a YAML head between two lines of ---"] };
  const head = parseHead(parts[1] ?? "");
  if ("problems" in head) return { problems: [...problems, ...head.problems] };
  if (head.related.includes(id)) problems.push("is related to itself");
  if (problems.length > 0 || !isTopic(topic)) return { problems };
  return {
    fact: { ...head, id, topic, details: (parts[2] ?? "").trim(), verifiedOn: verifiedOn(head) },
  };
}

function parseHead(text: string): FactHead | { problems: string[] } {
  const head = readYaml(text, FactHead, "its head ");
  if ("problems" in head) return head;
  if (head.value.status === "changed" && !head.value.changed)
    return { problems: ["is `changed` but does not say from what (changed.before)"] };
  return head.value;
}

function verifiedOn(head: FactHead): string {
  const primary = head.sources.filter((source) => source.role === "primary");
  const [oldest = ""] = (primary.length > 0 ? primary : head.sources).map((source) => source.seenOn).sort();
  return oldest;
}
