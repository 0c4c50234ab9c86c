import type { JsonMember, JsonNode } from "./parse/json-tree.ts";

/** One step into the document, in the form of the ValidatePolicy API. */
export type PathElement =
  | { readonly value: string }
  | { readonly index: number }
  | { readonly key: string }
  | { readonly substring: { readonly start: number; readonly length: number } };

/** `line` counts from 1, `column` and `offset` from 0, in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

export interface Span {
  readonly start: Position;
  /** Exclusive. */
  readonly end: Position;
}

export interface Location {
  readonly path: readonly PathElement[];
  readonly span: Span;
}

/** Where a finding points: a value, the key of a member, a part of a string value, or the whole text. */
export type Place =
  | JsonNode
  | { readonly keyOf: JsonMember }
  | { readonly partOf: JsonNode & { type: "string" }; readonly from: number; readonly length: number }
  | "document";

export function pathOf(node: JsonNode): PathElement[] {
  const path: PathElement[] = [];
  for (let parent = node.parent; parent; ) {
    if (parent.kind === "member") {
      path.push({ value: parent.key });
      parent = parent.object.parent;
    } else {
      path.push({ index: parent.index });
      parent = parent.array.parent;
    }
  }
  return path.reverse();
}

/** Turns places into locations; finds the lines of a text once. */
export class Locator {
  readonly #text: string;
  readonly #lineStarts: readonly number[];

  constructor(text: string) {
    this.#text = text;
    const starts = [0];
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    this.#lineStarts = starts;
  }

  locate(place: Place): Location {
    if (place === "document") return { path: [], span: this.span(0, this.#text.length) };
    if ("keyOf" in place) {
      const { keyOf: member } = place;
      return {
        path: [...pathOf(member.object), { key: member.key }],
        span: this.span(member.keyStart, member.keyEnd),
      };
    }
    if ("partOf" in place) return this.#locatePart(place.partOf, place.from, place.length);
    return { path: pathOf(place), span: this.span(place.start, place.end) };
  }

  /** A part of a string value: exact where the text has no escape before it, else the whole value. */
  #locatePart(node: JsonNode & { type: "string" }, from: number, length: number): Location {
    const path: PathElement[] = [...pathOf(node), { substring: { start: from, length } }];
    const plain = this.#text.slice(node.start + 1, node.end - 1) === node.value;
    const start = plain ? node.start + 1 + from : node.start;
    return { path, span: this.span(start, plain ? start + length : node.end) };
  }

  span(start: number, end: number): Span {
    return { start: this.#position(start), end: this.#position(end) };
  }

  #position(offset: number): Position {
    const index = this.#lineAt(offset);
    return { line: index + 1, column: offset - (this.#lineStarts[index] ?? 0), offset };
  }

  #lineAt(offset: number): number {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The line that a position stands on, without its line break. A slice: lines may be as long as the text. */
  lineOf({ line }: Position): string {
    const end = (this.#lineStarts[line] ?? this.#text.length + 1) - 1;
    return this.#text.slice(this.#lineStarts[line - 1], this.#text[end - 1] === "\r" ? end - 1 : end);
  }
}

/** A location for people, `Statement[0].Action[1] (3:14)`: path, line and column, both from 1. */
export function renderLocation(location: Location | undefined): string {
  if (!location) return "document";
  const path = location.path.map(renderStep).join("").replace(/^\./, "") || "document";
  const { line, column } = location.span.start;
  return `${path} (${line}:${column + 1})`;
}

function renderStep(step: PathElement): string {
  if ("index" in step) return `[${step.index}]`;
  if ("substring" in step) return `{${step.substring.start},${step.substring.length}}`;
  const name = "key" in step ? step.key : step.value;
  return /^[A-Za-z][\w-]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}
