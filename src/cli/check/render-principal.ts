import type { PrincipalReport } from "../../policy/principal/check-principal.ts";
import type { Terminal } from "../terminal.ts";

/** What the documents of a principal come to together, for people; `files` in the order of the documents. */
export function renderPrincipal(
  { administrator, paths, closed, unreadable }: PrincipalReport,
  files: readonly string[],
  terminal: Terminal,
): string {
  const name = (document: number): string => files[document] ?? "";
  const counts = [
    administrator && "is administrator already",
    `${paths.length} escalation ${paths.length === 1 ? "path is" : "paths are"} open`,
    closed.length > 0 && `${closed.length} closed by the limits`,
  ].filter((part) => part !== false);
  return [
    `${terminal.style("bold", "all documents together")}: ${counts.join(", ")}`,
    ...paths.flatMap(({ id, issueCode, title, certainty, conditions, permissions, fix }) => [
      "",
      `${terminal.style("magenta", "SECURITY_WARNING")} ${terminal.style("bold", issueCode)} ${id}`,
      `  ${title}.${certainty === "certain" ? "" : ` This depends on ${conditions.join(", ")}.`}`,
      ...permissions.map(({ action, document, at }) =>
        terminal.style("dim", `    ${action}: ${name(document)} ${at}`),
      ),
      `  fix: ${fix}`,
    ]),
    ...(closed.length > 0 ? ["", `closed: ${closed.join(", ")}`] : []),
    ...unreadable.map((document) => `\n${name(document)} is no policy and was left out.`),
  ].join("\n");
}
