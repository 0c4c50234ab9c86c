import type { FindingType } from "../../policy/finding.ts";
import type { Checked } from "./checked.ts";

const commands: Readonly<Record<FindingType, "error" | "warning" | "notice">> = {
  ERROR: "error",
  SECURITY_WARNING: "warning",
  WARNING: "warning",
  SUGGESTION: "notice",
};

/** The findings as workflow commands: GitHub shows them at the lines of a pull request. */
export function renderGithub(checked: readonly Checked[]): string {
  return checked
    .flatMap(({ file, part, report }) =>
      report.findings.map(({ findingType, issueCode, findingDetails, fix, locations }) => {
        const start = locations[0]?.span.start;
        const end = locations[0]?.span.end;
        const place =
          part === undefined && start && end
            ? `,line=${start.line},col=${start.column + 1},endLine=${end.line},endColumn=${end.column + 1}`
            : "";
        const title = part === undefined ? issueCode : `${issueCode} in ${part}`;
        return `::${commands[findingType]} file=${escapeProperty(file)}${place},title=${escapeProperty(title)}::${escapeData(`${findingDetails} ${fix}`)}`;
      }),
    )
    .join("\n");
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
