import { escalationCode } from "../policy/escalation/analysis.ts";
import type { EscalationPath } from "../policy/escalation/path.ts";
import { markdownTable } from "./markdown-table.ts";
import type { PageLinks } from "./page-links.ts";

const gains: Readonly<Record<EscalationPath["gain"], string>> = {
  self: "the caller's own rights grow",
  principal: "the rights of another user or role",
  role: "the rights of a role that a service uses",
};

/** An escalation path as a page: the resource `iam-pitfalls://escalation/{id}` and the file in `docs/escalation`. */
export function escalationPage(path: EscalationPath, links: PageLinks): string {
  const rows = path.requires.map(({ action, on, every }) => [`\`${action}\``, resource(on, every)]);
  const code = escalationCode(path);
  const services = (path.services ?? []).map((service) => `\`${service}\``).join(" or ");
  const blocks = [
    `# ${path.title}`,
    `\`${path.id}\` · gained: ${gains[path.gain]}`,
    path.how,
    `## Permissions\n\nAll of them are needed.\n\n${markdownTable(["action", "on"], rows)}`,
    services !== "" && `The role is passed to ${services}.`,
    path.prerequisites.length > 0 &&
      `## What has to be so outside the policy\n\n${bullets(path.prerequisites)}`,
    `## What closes it\n\n${path.fix}`,
    `Fact: [${path.fact}](${links.fact(path.fact)}). Reported as [${code}](${links.check(code)}).`,
    path.catalogue.length > 0 && `In the public catalogue pathfinding.cloud: ${path.catalogue.join(", ")}`,
    path.references.length > 0 && `## Read more\n\n${bullets(path.references.map((url) => `<${url}>`))}`,
  ];
  return `${blocks.filter((block) => block !== false).join("\n\n")}\n`;
}

/** The list of all paths, each linked to its page. */
export function escalationIndex(paths: readonly EscalationPath[], links: PageLinks): string {
  const rows = paths.map(({ id, title, gain }) => [`[${id}](${links.escalation(id)})`, title, gains[gain]]);
  return [
    "# Escalation paths",
    `${paths.length} ways from some permissions to more of them. \`check\` and \`check_policy\` report those that a policy opens.`,
    markdownTable(["path", "what it does", "gained"], rows),
    "",
  ].join("\n\n");
}

function resource(on: string, every: boolean | undefined): string {
  if (on === "*") return "no resource of its own: only `*` matches";
  return every ? `every ${on}` : `some ${on}`;
}

function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join("\n");
}
