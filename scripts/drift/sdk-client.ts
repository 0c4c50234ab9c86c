import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { plainText } from "./plain-text.ts";

/** A field of a structure, an input or an output. */
export interface SdkMember {
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly text: string;
}

/** An interface or an exception class, with what AWS says on it, as text. */
export interface SdkShape {
  readonly text: string;
  readonly members: ReadonlyMap<string, SdkMember>;
}

export interface SdkOperation {
  readonly text: string;
  /** Names of the exception classes that it is documented to throw, sorted. */
  readonly exceptions: readonly string[];
  readonly input: SdkShape;
  readonly output: SdkShape;
}

export interface SdkError {
  /** On the wire. */
  readonly code: string;
  readonly status: number;
}

interface Declarations {
  readonly shapes: Map<string, SdkShape>;
  readonly exceptions: Map<string, SdkShape>;
  readonly enums: Map<string, string[]>;
}

/**
 * What an installed `@aws-sdk/client-…` package declares of its service: operations, structures, enums and
 * exceptions with AWS's documentation of them. Reads the generated declaration files, which keep to one form.
 */
export class SdkClient {
  readonly version: string;
  readonly operations: ReadonlySet<string>;
  readonly #types: string;
  readonly #models: Declarations;
  readonly #schemas: string;

  /** `manifest`: the path of the package's `package.json`. */
  constructor(manifest: string) {
    this.version = JSON.parse(readFileSync(manifest, "utf8")).version;
    this.#types = join(dirname(manifest), "dist-types");
    const commands = readdirSync(join(this.#types, "commands"));
    this.operations = new Set(
      commands.flatMap((file) => /^(\w+)Command\.d\.ts$/.exec(file)?.[1] ?? []).sort(),
    );
    this.#schemas = readFileSync(join(dirname(manifest), "dist-es/schemas/schemas_0.js"), "utf8");
    this.#models = { shapes: new Map(), exceptions: new Map(), enums: new Map() };
    for (const file of readdirSync(join(this.#types, "models")).filter((name) => name.endsWith(".d.ts")))
      readDeclarations(readFileSync(join(this.#types, "models", file), "utf8"), this.#models);
  }

  get exceptions(): ReadonlyMap<string, SdkShape> {
    return this.#models.exceptions;
  }

  enumValues(name: string): readonly string[] | undefined {
    return this.#models.enums.get(name);
  }

  /** A structure or an exception. */
  shape(name: string): SdkShape | undefined {
    return this.#models.shapes.get(name) ?? this.#models.exceptions.get(name);
  }

  operation(name: string): SdkOperation | undefined {
    if (!this.operations.has(name)) return undefined;
    const source = readFileSync(join(this.#types, "commands", `${name}Command.d.ts`), "utf8");
    const comment = commentBefore(source, `export declare class ${name}Command extends`);
    const [description = ""] = comment.split(/\n \* @(?:example|throws|see|public)/);
    return {
      text: plainText(description),
      exceptions: [...comment.matchAll(/@throws \{@link (\w+)\} \((?:client|server) fault\)/g)]
        .map(([, exception = ""]) => exception)
        .sort(),
      input: this.#inherited(source, `${name}CommandInput`),
      output: this.#inherited(source, `${name}CommandOutput`),
    };
  }

  /**
   * How an exception travels: its code, which may lack the suffix of the class name, and its HTTP status.
   * Undefined for services without the Query protocol: what their model says of the status is not what they send.
   */
  error(name: string): SdkError | undefined {
    const head = `^export var ${name}\\$ = \\[-3, n0, \\w+,\\n`;
    const [, code, status] =
      new RegExp(`${head} {4}\\{ \\[_aQE\\]: \\[\`(\\w+)\`, (\\d{3})\\]`, "m").exec(this.#schemas) ?? [];
    return code === undefined ? undefined : { code, status: Number(status) };
  }

  /** The members of what an empty interface extends: `export interface XCommandInput extends XRequest {`. */
  #inherited(source: string, name: string): SdkShape {
    const [, bases = ""] =
      new RegExp(`^export interface ${name} extends ([\\w, ]+) \\{$`, "m").exec(source) ?? [];
    const shapes = bases.split(", ").flatMap((base) => this.#models.shapes.get(base) ?? []);
    return {
      text: shapes.map(({ text }) => text).join("\n"),
      members: new Map(shapes.flatMap(({ members }) => [...members])),
    };
  }
}

function commentBefore(source: string, line: string): string {
  const end = source.indexOf(line);
  const start = source.lastIndexOf("/**", end);
  return end < 0 || start < 0 ? "" : source.slice(start, end);
}

const HEAD =
  /^export (?:interface (?<shape>\w+)(?: extends [\w, ]+)?|declare class (?<exception>\w+) extends __BaseException|declare const (?<list>\w+):) \{$/;
const MEMBER = /^ {4}(\w+)\??: /;
const VALUE = /^ {4}readonly [\w"'. -]+: "([^"]*)";$/;

interface Line {
  readonly line: string;
  /** The comment that ends just before it. */
  readonly comment: string;
}

/** Adds what a file of `dist-types/models` declares; other declarations in it are passed over. */
function readDeclarations(source: string, found: Declarations): void {
  const lines = [...withComments(source)];
  for (const [index, { line, comment }] of lines.entries()) {
    const head = HEAD.exec(line);
    if (!head) continue;
    const { shape, exception, list } = head.groups ?? {};
    const end = lines.findIndex((each, at) => at > index && /^\};?$/.test(each.line));
    const body = lines.slice(index + 1, end);
    if (list)
      found.enums.set(
        list,
        body.flatMap((each) => VALUE.exec(each.line)?.[1] ?? []),
      );
    if (shape) found.shapes.set(shape, toShape(comment, body));
    if (exception) found.exceptions.set(exception, toShape(comment, body));
  }
}

function toShape(comment: string, body: readonly Line[]): SdkShape {
  const members = body.flatMap(({ line, comment: text }): [string, SdkMember][] => {
    const [, name] = MEMBER.exec(line) ?? [];
    return name === undefined ? [] : [[name, toMember(line, text)]];
  });
  return { text: plainText(comment), members: new Map(members) };
}

/** Every type ends in `| undefined`; only optional members carry the question mark. */
function toMember(line: string, comment: string): SdkMember {
  return {
    required: !/^ {4}\w+\?:/.test(line),
    deprecated: comment.includes("@deprecated"),
    text: plainText(comment),
  };
}

/** The lines of a file apart from its comments. */
function* withComments(source: string): Generator<Line> {
  let comment: string[] = [];
  let open = false;
  for (const line of source.split("\n")) {
    const starts = line.trimStart().startsWith("/**");
    if (starts) comment = [];
    if (open || starts) {
      comment.push(line);
      open = !line.trimEnd().endsWith("*/");
    } else {
      yield { line, comment: comment.join("\n") };
      comment = [];
    }
  }
}
