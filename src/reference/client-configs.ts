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
  /** What a click does in place of all that, for clients that can be told by an address. */
  readonly badges?: readonly Badge[];
}

/** How a program is started. */
export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
}

interface Badge {
  /** What a person who cannot see the picture reads. */
  readonly label: string;
  /** The picture: the client's own, or a plain one. */
  readonly image: string;
  /** The address that gives the client the server's entry. https alone: code hosts drop other schemes. */
  link(entry: Launch): string;
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
    badges: [
      {
        label: "Add to Cursor",
        image: "https://cursor.com/deeplink/mcp-install-dark.svg",
        link: (entry) =>
          `https://cursor.com/en/install-mcp?${new URLSearchParams({ name: SERVER_NAME, config: base64(entry) })}`,
      },
    ],
  },
  vscode: {
    title: "VS Code",
    file: ".vscode/mcp.json in the workspace",
    format: "json",
    member: "servers",
    extra: { type: "stdio" },
    command: `code --add-mcp '{"name":"${SERVER_NAME}","command":"npx","args":["-y","${PACKAGE}"]}'`,
    badges: [
      vscodeBadge("VS Code", "vscode", "0098FF"),
      vscodeBadge("VS Code Insiders", "vscode-insiders", "24bfa5"),
    ],
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
    badges: [
      {
        label: "Add to Kiro",
        image: "https://kiro.dev/images/add-to-kiro.svg",
        link: (entry) =>
          `https://kiro.dev/launch/mcp/add?name=${SERVER_NAME}&config=${encodeURIComponent(JSON.stringify(entry))}`,
      },
    ],
  },
  "copilot-cli": {
    title: "GitHub Copilot CLI",
    file: "~/.copilot/mcp-config.json",
    format: "json",
    member: "mcpServers",
    extra: { type: "local", tools: ["*"] },
  },
  "lm-studio": {
    title: "LM Studio",
    file: "mcp.json (Program, Install, Edit mcp.json)",
    format: "json",
    member: "mcpServers",
    badges: [
      {
        label: "Add to LM Studio",
        image: "https://files.lmstudio.ai/deeplink/mcp-install-light.svg",
        link: (entry) =>
          `https://lmstudio.ai/install-mcp?${new URLSearchParams({ name: SERVER_NAME, config: base64(entry) })}`,
      },
    ],
  },
  "gemini-cli": {
    title: "Gemini CLI",
    file: ".gemini/settings.json in the project, or ~/.gemini/settings.json",
    format: "json",
    member: "mcpServers",
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
  readonly links: readonly { readonly label: string; readonly image: string; readonly url: string }[];
}

/** On Windows `npx` is a script that only `cmd` can start. */
export function renderConfig(
  client: ClientConfig,
  { windows }: { readonly windows: boolean },
): RenderedConfig {
  const launch = windows
    ? { command: "cmd", args: ["/c", "npx", "-y", PACKAGE] }
    : { command: "npx", args: ["-y", PACKAGE] };
  const entry = { ...client.extra, ...launch };
  const text =
    client.format === "toml"
      ? [
          `[mcp_servers.${SERVER_NAME}]`,
          `command = ${JSON.stringify(launch.command)}`,
          `args = [${launch.args.map((arg) => JSON.stringify(arg)).join(", ")}]`,
        ].join("\n")
      : formatJson({ [client.member ?? "mcpServers"]: { [SERVER_NAME]: entry } });
  return {
    file: client.file,
    text,
    ...(client.command !== undefined && !windows && { command: client.command }),
    links: (client.badges ?? []).map(({ label, image, link }) => ({ label, image, url: link(entry) })),
  };
}

/** JSON with its lists of words on one line each, as people write configurations. */
export function formatJson(config: unknown): string {
  return JSON.stringify(config, null, 2).replaceAll(
    /\[\n\s*([^[\]{}]*?)\n\s*\]/g,
    (_, items: string) => `[${items.replaceAll(/,\n\s*/g, ", ")}]`,
  );
}

function vscodeBadge(label: string, scheme: string, color: string): Badge {
  const name = label.replaceAll(" ", "_");
  return {
    label: `Install in ${label}`,
    image: `https://img.shields.io/badge/${name}-Install-${color}?style=flat-square`,
    link: (entry) => {
      const server = encodeURIComponent(JSON.stringify({ name: SERVER_NAME, ...entry }));
      return `https://insiders.vscode.dev/redirect?url=${encodeURIComponent(`${scheme}:mcp/install?${server}`)}`;
    },
  };
}

/** `btoa` takes the bytes of ASCII text only, which a launch is. */
function base64(entry: Launch): string {
  return btoa(JSON.stringify(entry));
}
