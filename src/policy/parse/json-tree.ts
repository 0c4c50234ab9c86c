import { type Token, Tokenizer } from "./json-tokens.ts";

/** A JSON value with its place in the text: offsets count UTF-16 code units from 0, `end` is exclusive. */
export type JsonNode = JsonObject | JsonArray | JsonString | JsonNumber | JsonBoolean | JsonNull;
export type JsonScalar = JsonString | JsonNumber | JsonBoolean | JsonNull;

interface Place {
  readonly start: number;
  end: number;
  /** Where the value hangs; undefined for the root. */
  readonly parent: JsonMember | JsonItem | undefined;
}
export interface JsonObject extends Place {
  readonly type: "object";
  readonly members: JsonMember[];
}
export interface JsonArray extends Place {
  readonly type: "array";
  readonly items: JsonNode[];
}
export interface JsonString extends Place {
  readonly type: "string";
  readonly value: string;
}
export interface JsonNumber extends Place {
  readonly type: "number";
  readonly value: number;
  /** As written: large account ids lose digits as numbers. */
  readonly raw: string;
}
export interface JsonBoolean extends Place {
  readonly type: "boolean";
  readonly value: boolean;
}
export interface JsonNull extends Place {
  readonly type: "null";
}

/** A member of an object; `keyStart`/`keyEnd` enclose the key token with its quotes. */
export interface JsonMember {
  readonly kind: "member";
  readonly object: JsonObject;
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  value: JsonNode;
}
export interface JsonItem {
  readonly kind: "item";
  readonly array: JsonArray;
  readonly index: number;
}

export interface JsonProblem {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

export type JsonResult = { readonly root: JsonNode } | { readonly problem: JsonProblem };

/** Deeper documents are refused: IAM itself knows about ten levels, and nesting is how parsers are attacked. */
const MAX_DEPTH = 64;

/** Parses strict JSON (RFC 8259) in one pass and without recursion; the first problem ends the reading. */
export function parseJson(text: string): JsonResult {
  try {
    return { root: new Reader(text).read() };
  } catch (error) {
    if (error instanceof JsonSyntaxError) return { problem: error.problem };
    throw error;
  }
}

class JsonSyntaxError extends Error {
  readonly problem: JsonProblem;
  constructor(problem: JsonProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

type Container = JsonObject | JsonArray;

class Reader {
  readonly #text: string;
  readonly #tokens: Tokenizer;
  #token: Token;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = new Tokenizer(text);
    this.#token = this.#read();
  }

  read(): JsonNode {
    if (this.#is("end")) this.#failAt(0, this.#text.length, "The document is empty");
    const root = this.#tree();
    if (!this.#is("end")) this.#fail("Something stands after the end of the document");
    return root;
  }

  /** Reads the whole tree with an explicit stack of the containers that are still open. */
  #tree(): JsonNode {
    const root = this.#value(undefined);
    const open: Container[] = isContainer(root) ? [root] : [];
    for (let container = open.at(-1); container; container = open.at(-1)) {
      if (this.#closes(container)) {
        container.end = this.#token.end;
        this.#next();
        open.pop();
        continue;
      }
      this.#separator(container);
      const child = container.type === "object" ? this.#member(container) : this.#item(container);
      if (!isContainer(child)) continue;
      open.push(child);
      if (open.length > MAX_DEPTH)
        this.#failAt(
          child.start,
          child.start + 1,
          `The document is nested more than ${MAX_DEPTH} levels deep`,
        );
    }
    return root;
  }

  #is(kind: Token["kind"]): boolean {
    return this.#token.kind === kind;
  }

  #closes(container: Container): boolean {
    return this.#is(container.type === "object" ? "}" : "]");
  }

  #separator(container: Container): void {
    this.#refuseEnd(container);
    const count = container.type === "object" ? container.members.length : container.items.length;
    if (count === 0) return;
    if (!this.#is(",")) this.#fail("A comma is missing before this");
    this.#next();
    if (this.#closes(container)) this.#fail("A comma stands before the closing bracket");
    this.#refuseEnd(container);
  }

  #refuseEnd(container: Container): void {
    const bracket = container.type === "object" ? "{" : "[";
    if (this.#is("end")) this.#fail(`The document ends too early: a ${bracket} is not closed`);
  }

  #member(object: JsonObject): JsonNode {
    const { start: keyStart, end: keyEnd, kind, value: key } = this.#token;
    if (kind !== "string") this.#fail("A member name in double quotes is expected here");
    this.#next();
    if (!this.#is(":")) this.#fail("A colon is missing after the member name");
    this.#next();
    const member: JsonMember = {
      kind: "member",
      object,
      key,
      keyStart,
      keyEnd,
      value: { type: "null", start: keyEnd, end: keyEnd, parent: undefined },
    };
    member.value = this.#value(member);
    object.members.push(member);
    return member.value;
  }

  #item(array: JsonArray): JsonNode {
    const item = this.#value({ kind: "item", array, index: array.items.length });
    array.items.push(item);
    return item;
  }

  /** A scalar whole, or a container just opened. */
  #value(parent: JsonMember | JsonItem | undefined): JsonNode {
    const { start, end } = this.#token;
    const node = nodeOf(this.#token, { start, end, parent });
    if (!node) {
      if (this.#is("end")) this.#fail("The document ends too early: a value is missing");
      this.#fail(this.#is(",") ? "A value is missing before the comma" : "A JSON value is expected here");
    }
    this.#next();
    return node;
  }

  #next(): void {
    this.#token = this.#read();
  }

  #read(): Token {
    const token = this.#tokens.next();
    if (token.kind === "bad") this.#failAt(token.start, token.end, token.value);
    return token;
  }

  #fail(message: string): never {
    this.#failAt(this.#token.start, this.#token.end, message);
  }

  #failAt(start: number, end: number, message: string): never {
    throw new JsonSyntaxError({ start, end, message });
  }
}

function nodeOf({ kind, value }: Token, place: Place): JsonNode | undefined {
  switch (kind) {
    case "{":
      return { type: "object", members: [], ...place };
    case "[":
      return { type: "array", items: [], ...place };
    case "string":
      return { type: "string", value, ...place };
    case "number":
      return { type: "number", value: Number(value), raw: value, ...place };
    case "word":
      return value === "null"
        ? { type: "null", ...place }
        : { type: "boolean", value: value === "true", ...place };
    default:
      return undefined;
  }
}

function isContainer(node: JsonNode): node is Container {
  return node.type === "object" || node.type === "array";
}

/** The value of a member by its exact name; the last one where a name stands twice, as in JSON.parse. */
export function memberOf(node: JsonNode | undefined, key: string): JsonMember | undefined {
  return node?.type === "object" ? node.members.findLast((member) => member.key === key) : undefined;
}
