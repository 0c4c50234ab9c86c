import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { FindingType } from "../src/policy/finding.ts";
import type { PathElement, Span } from "../src/policy/location.ts";

/** A policy document with the answer of ValidatePolicy, as the folder of recorded answers holds it. */
export interface RecordedAnswer {
  readonly name: string;
  /** The last day on which AWS gave exactly this answer, YYYY-MM-DD. */
  readonly date: string;
  /** Whether AWS's last recorded answer for this policy is this one. */
  readonly current: boolean;
  readonly latestForDoc: boolean;
  readonly document: unknown;
  readonly findings: readonly RecordedFinding[];
}

export interface RecordedFinding {
  readonly findingType: FindingType;
  readonly issueCode: string;
  readonly locations: readonly { readonly path: readonly PathElement[]; readonly span: Span }[];
}

/** Days on which names first and last stood in copies of the service authorization reference. */
export type FirstSeen = Readonly<Record<string, readonly [first: string, last: string | null]>>;

/** Everything in a folder of recorded answers: `recorded.jsonl.gz` and every `clean-*.jsonl.gz`. */
export function loadAnswers(folder: string): readonly RecordedAnswer[] {
  return ["recorded", "clean-head", "clean-history"].flatMap((name) => {
    const file = join(folder, `${name}.jsonl.gz`);
    return existsSync(file) ? readLines(file) : [];
  });
}

function readLines(file: string): RecordedAnswer[] {
  return readGzip(file)
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

/** Empty where the folder does not say. */
export function loadFirstSeen(folder: string): FirstSeen {
  const file = join(folder, "action-first-seen.json.gz");
  return existsSync(file) ? JSON.parse(readGzip(file)).actions : {};
}

function readGzip(file: string): string {
  return gunzipSync(readFileSync(file)).toString("utf8");
}

/** The text that AWS validated: as Python's `json.dumps` writes it, on one line and in ASCII. */
export function submittedText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(submittedText).join(", ")}]`;
  if (typeof value === "object" && value !== null)
    return `{${Object.entries(value)
      .map(([key, member]) => `${asciiString(key)}: ${submittedText(member)}`)
      .join(", ")}}`;
  return typeof value === "string" ? asciiString(value) : JSON.stringify(value);
}

function asciiString(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
