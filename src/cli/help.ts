import type { Command } from "./command.ts";

const HEAD = [
  "iam-pitfalls-mcp: verified facts on what AI agents get wrong about AWS IAM",
  "",
  "Without a command it is an MCP server on stdin and stdout: what agent configurations launch.",
  "",
  "Commands:",
];

const TAIL = [
  "",
  "Environment:",
  "  IAM_PITFALLS_KNOWLEDGE    a team's own folder of facts, merged in",
  "  IAM_PITFALLS_CACHE_DIR    where fetched pages are kept",
  "  IAM_PITFALLS_OFFLINE=1    no network at all",
  "  IAM_PITFALLS_DOCS_MIRROR  base URL that stands in for the documentation hosts",
  "  IAM_PITFALLS_HTTP_TOKEN   serve --http asks every client for this bearer token (or one of several)",
  "  IAM_PITFALLS_HTTP_HOSTS   names, besides localhost and addresses, under which serve --http is reached",
  "  HTTPS_PROXY, NO_PROXY, NODE_EXTRA_CA_CERTS, NO_COLOR are honoured",
];

export function helpPage(commands: readonly Command[]): string {
  const rows = commands.flatMap(({ name, usage, summary }) => [
    `  ${name} ${usage}`.trimEnd(),
    `      ${summary}`,
  ]);
  return commands.length === 1 ? rows.join("\n").trimStart() : [...HEAD, ...rows, ...TAIL].join("\n");
}
