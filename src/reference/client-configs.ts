/** How an MCP client is told to launch this server. */
export interface ClientConfig {
  readonly title: string;
  /** Where the configuration goes. */
  readonly file: string;
  readonly format: "json" | "toml";
  /** Name of the member that holds servers, in JSON files. */
  readonly member?: "mcpServers" | "servers";
  /** Further members of the server's entry. */
  readonly extra?: Readonly<Record<string, unknown>>;
  /** The client's own command that does the same. */
  readonly command?: string;
}

export const SERVER_NAME = "iam-pitfalls";
const PACKAGE = "iam-pitfalls-mcp";
const READ_TOOLS = ["search_facts", "get_fact", "check_policy", "lookup_iam"];

export const clientConfigs: Readonly<Record<string, ClientConfig>> = {
  "claude-code": {
    title: "Claude Code",
    file: ".mcp.json in the project",
    format: "json",
    member: "mcpServers",
    command: `claude mcp add ${SERVER_NAME} -- npx -y ${PACKAGE}`,
  },
  "claude-desktop": {
    title: "Claude Desktop",
    file: "claude_desktop_config.json (macOS: ~/Library/Application Support/Claude, Windows: %APPDATA%\\Claude)",
    format: "json",
    member: "mcpServers",
  },
  cursor: {
    title: "Cursor",
    file: ".cursor/mcp.json in the project, or ~/.cursor/mcp.json",
    format: "json",
    member: "mcpServers",
  },
  vscode: {
    title: "VS Code",
    file: ".vscode/mcp.json in the workspace",
    format: "json",
    member: "servers",
    extra: { type: "stdio" },
    command: `code --add-mcp '{"name":"${SERVER_NAME}","command":"npx","args":["-y","${PACKAGE}"]}'`,
  },
  codex: {
    title: "Codex",
    file: "~/.codex/config.toml",
    format: "toml",
    command: `codex mcp add ${SERVER_NAME} -- npx -y ${PACKAGE}`,
  },
  kiro: {
    title: "Kiro",
    file: ".kiro/settings/mcp.json in the workspace, or ~/.kiro/settings/mcp.json",
    format: "json",
    member: "mcpServers",
    extra: { disabled: false, autoApprove: READ_TOOLS },
  },
  "copilot-cli": {
    title: "GitHub Copilot CLI",
    file: "~/.copilot/mcp-config.json",
    format: "json",
    member: "mcpServers",
    extra: { type: "local", tools: ["*"] },
  },
  windsurf: {
    title: "Windsurf",
    file: "~/.codeium/windsurf/mcp_config.json",
    format: "json",
    member: "mcpServers",
  },
};

export interface RenderedConfig {
  readonly file: string;
  readonly text: string;
  readonly command?: string;
}

/** On Windows `npx` is a script that only `cmd` can start. */
export function renderConfig(
  client: ClientConfig,
  { windows }: { readonly windows: boolean },
): RenderedConfig {
  const launch = windows
    ? { command: "cmd", args: ["/c", "npx", "-y", PACKAGE] }
    : { command: "npx", args: ["-y", PACKAGE] };
  const text =
    client.format === "toml"
      ? [
          `[mcp_servers.${SERVER_NAME}]`,
          `command = ${JSON.stringify(launch.command)}`,
          `args = [${launch.args.map((arg) => JSON.stringify(arg)).join(", ")}]`,
        ].join("\n")
      : formatJson({ [client.member ?? "mcpServers"]: { [SERVER_NAME]: { ...client.extra, ...launch } } });
  return {
    file: client.file,
    text,
    ...(client.command !== undefined && !windows && { command: client.command }),
  };
}

/** JSON with its lists of words on one line each, as people write configurations. */
function formatJson(config: unknown): string {
  return JSON.stringify(config, null, 2).replaceAll(
    /\[\n\s*([^[\]{}]*?)\n\s*\]/g,
    (_, items: string) => `[${items.replaceAll(/,\n\s*/g, ", ")}]`,
  );
}
