import type { Finding, FindingType, Report } from "../../policy/finding.ts";
import type { Terminal } from "../terminal.ts";

const colours: Readonly<Record<FindingType, Parameters<Terminal["style"]>[0]>> = {
  ERROR: "red",
  SECURITY_WARNING: "magenta",
  WARNING: "yellow",
  SUGGESTION: "cyan",
};

/** A report for people: per finding what, where with the excerpt, how to fix it, and why. */
export function renderReport(name: string, report: Report, terminal: Terminal): string {
  const { summary, policyType, inferred, unwrapped, findings } = report;
  const counts = Object.entries(summary)
    .filter(([, count]) => count > 0)
    .map(([type, count]) => `${count} ${type}`)
    .join(", ");
  const about = [
    `${policyType} policy${inferred ? " (inferred)" : ""}`,
    unwrapped !== undefined && `unwrapped from ${unwrapped}`,
    counts === "" ? "no findings" : counts,
  ].filter(Boolean);
  return [
    `${terminal.style("bold", name)}: ${about.join(", ")}`,
    ...findings.map((finding) => renderFinding(finding, terminal)),
  ].join("\n");
}

function renderFinding(finding: Finding, terminal: Terminal): string {
  const { findingType, issueCode, at, findingDetails, excerpt, fix, withdraws, facts, learnMoreLink } =
    finding;
  const more = [...facts.map((id) => `fact ${id}`), ...(learnMoreLink === undefined ? [] : [learnMoreLink])];
  return [
    "",
    `${terminal.style(colours[findingType], findingType)} ${terminal.style("bold", issueCode)} at ${at}`,
    `  ${findingDetails}`,
    ...excerpt.split("\n").map((line) => terminal.style("dim", `    ${line}`)),
    `  fix: ${fix}`,
    ...(withdraws ? [`  --fix --withdraw takes away ${withdraws.join(", ")}`] : []),
    ...more.map((line) => terminal.style("dim", `  see: ${line}`)),
  ].join("\n");
}
