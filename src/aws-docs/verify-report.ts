import type { SourceVerification, Verification, VerificationStatus } from "./verify/verification.ts";

/** How many facts are in which state. */
export interface VerificationSummary {
  readonly total: number;
  readonly supported: number;
  readonly drifted: number;
  readonly unreachable: number;
  /** Of the supported ones: those whose section was edited, and those whose evidence moved. */
  readonly changed: number;
  readonly moved: number;
}

export function summarize(verifications: readonly Verification[]): VerificationSummary {
  const count = (matches: (verification: Verification) => boolean) => verifications.filter(matches).length;
  return {
    total: verifications.length,
    supported: count(({ status }) => status === "supported"),
    drifted: count(({ status }) => status === "drifted"),
    unreachable: count(({ status }) => status === "unreachable"),
    changed: count(({ status, changed }) => status === "supported" && changed === true),
    moved: count(({ status, moved }) => status === "supported" && moved === true),
  };
}

/** One line, such as "24 of 25 facts are supported, 1 has drifted." */
export function renderSummary(verifications: readonly Verification[]): string {
  const { total, supported, drifted, unreachable, changed, moved } = summarize(verifications);
  const rest = [
    drifted > 0 ? `${drifted} drifted` : "",
    unreachable > 0 ? `${unreachable} unreachable` : "",
    changed > 0 ? `${changed} supported though the section was edited` : "",
    moved > 0 ? `${moved} supported in another section` : "",
  ].filter(Boolean);
  return [`${supported} of ${total} facts supported`, ...rest].join(", ");
}

/** A plain table for a terminal or a pipe: what needs a look first, then the rest. No page text is in it. */
export function renderTable(verifications: readonly Verification[]): string {
  const rows = inOrder(verifications).map((verification) => [
    verification.status,
    verification.id,
    remark(verification),
  ]);
  const all = [["STATUS", "FACT", "REMARK"], ...rows];
  const widths = [0, 1].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/**
 * A report for an issue: what has drifted with its passages, what could not be read, what was edited. Words of
 * pages stand in fences only, where they can neither mention people nor be markup.
 */
export function renderReport(verifications: readonly Verification[], version: string): string {
  const [latest = ""] = verifications
    .map(({ checkedAt }) => checkedAt)
    .sort()
    .reverse();
  const parts = [
    "## Facts against today's documentation",
    `${renderSummary(verifications)}. Checked ${latest.slice(0, 10)} with iam-pitfalls-mcp ${version}.`,
    ...chapter("Drifted: do not rely on these until they are re-checked", verifications, isDrifted),
    ...chapter("Unreachable: these could not be checked", verifications, isUnreachable),
    ...chapter("Supported, with an edited or moved section: read it again", verifications, isAltered),
  ];
  return `${parts.join("\n\n")}\n`;
}

const isDrifted = ({ status }: Verification) => status === "drifted";
const isUnreachable = ({ status }: Verification) => status === "unreachable";
const isAltered = ({ status, changed, moved }: Verification) =>
  status === "supported" && (changed === true || moved === true);

function chapter(
  title: string,
  verifications: readonly Verification[],
  matches: (verification: Verification) => boolean,
): string[] {
  const chosen = verifications.filter(matches);
  if (chosen.length === 0) return [];
  return [
    `### ${title}`,
    ...chosen.flatMap(({ id, sources }) => [`#### \`${id}\``, ...sources.flatMap(sourceLines)]),
  ];
}

function sourceLines(source: SourceVerification): string[] {
  const { url, status, role, missing, refuting = [], message, notes = [], passage, finalUrl, copy } = source;
  const facts = [
    `- ${role} source: **${status}**${flags(source)}, ${url}`,
    finalUrl === undefined ? "" : `  - now at ${finalUrl}`,
    status === "drifted" && missing.length > 0 ? `  - missing: ${missing.map(code).join(", ")}` : "",
    refuting.length > 0 ? `  - refuting: ${refuting.map(code).join(", ")}` : "",
    message === undefined ? "" : `  - ${source.reason ?? "reason"}: ${message}`,
    copy === undefined ? "" : `  - the copy of ${copy.checkedAt.slice(0, 10)} says: ${copy.status}`,
    ...notes.map((note) => `  - ${note}`),
  ].filter(Boolean);
  if (status === "supported" && !source.changed && !source.moved) return [facts[0] ?? ""];
  return [facts.join("\n"), ...(passage === undefined ? [] : [fenced(passage)])];
}

function flags({ changed, moved }: SourceVerification): string {
  const names = [changed ? "section edited" : "", moved ? "in another section" : ""].filter(Boolean);
  return names.length === 0 ? "" : ` (${names.join(", ")})`;
}

function fenced(text: string): string {
  let longest = 2;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  const fence = "`".repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

function code(term: string): string {
  return `\`${term.replaceAll("`", "'")}\``;
}

const ORDER: readonly VerificationStatus[] = ["drifted", "unreachable", "supported"];

function inOrder(verifications: readonly Verification[]): readonly Verification[] {
  return ORDER.flatMap((status) => verifications.filter((verification) => verification.status === status));
}

function remark({ status, changed, moved, sources }: Verification): string {
  if (status === "unreachable") return [...new Set(sources.flatMap(({ reason }) => reason ?? []))].join(", ");
  if (status === "drifted") {
    const lost = sources.filter((source) => source.status === "drifted");
    const missing = lost.flatMap((source) => source.missing).map((term) => `"${term}"`);
    const refuting = lost.flatMap((source) => source.refuting ?? []).map((term) => `"${term}"`);
    return [
      missing.length > 0 ? `missing ${missing.join(", ")}` : "",
      refuting.length > 0 ? `refuted by ${refuting.join(", ")}` : "",
    ]
      .filter(Boolean)
      .join("; ");
  }
  return [changed ? "section edited" : "", moved ? "moved" : ""].filter(Boolean).join(", ");
}
