import { parse as parseToml } from "smol-toml";
import { z } from "zod";

/** What a client's configuration says of this server. */
export interface ServerEntry {
  readonly command: string;
  readonly args: readonly string[];
  readonly [member: string]: unknown;
}

const Entry = z.looseObject({ command: z.string(), args: z.array(z.string()) });
const Servers = z.object({ "iam-pitfalls": Entry });
const Config = z.union([
  z.object({ mcpServers: Servers }).transform((config) => config.mcpServers),
  z.object({ servers: Servers }).transform((config) => config.servers),
  z.object({ mcp_servers: Servers }).transform((config) => config.mcp_servers),
]);

/** The server's entry in a configuration file of a client, read as the client reads it. */
export function readConfig(format: string, text: string): ServerEntry {
  const data: unknown = format === "toml" ? parseToml(text) : JSON.parse(text);
  return Config.parse(data)["iam-pitfalls"];
}

/** What a client's own command launches: `… -- npx ARGS`, or `code --add-mcp JSON`. */
export function readCommand(text: string): ServerEntry {
  const [, json] = /^code --add-mcp '(.*)'$/.exec(text) ?? [];
  if (json !== undefined) return Entry.extend({ name: z.literal("iam-pitfalls") }).parse(JSON.parse(json));
  const [, line] = /^\w+ mcp add iam-pitfalls -- (.*)$/.exec(text) ?? [];
  const [command = "", ...args] = (line ?? "").split(" ");
  return { command, args };
}

/** What the address of a badge gives the client, decoded as the client documents it. */
export function readLink(address: string): ServerEntry {
  const url = new URL(address);
  const config = url.searchParams.get("config") ?? "";
  switch (url.host + url.pathname) {
    case "cursor.com/en/install-mcp":
    case "lmstudio.ai/install-mcp":
      return named(url, JSON.parse(Buffer.from(config, "base64").toString("utf8")));
    case "kiro.dev/launch/mcp/add":
      return named(url, JSON.parse(config));
    case "insiders.vscode.dev/redirect": {
      const inner = url.searchParams.get("url") ?? "";
      const [, query = ""] = /^vscode(?:-insiders)?:mcp\/install\?(.*)$/.exec(inner) ?? [];
      const { name, ...entry } = Entry.extend({ name: z.literal("iam-pitfalls") }).parse(
        JSON.parse(decodeURIComponent(query)),
      );
      return entry;
    }
    default:
      throw new Error(`No client is known to read ${address}`);
  }
}

function named(url: URL, entry: unknown): ServerEntry {
  z.literal("iam-pitfalls").parse(url.searchParams.get("name"));
  return Entry.parse(entry);
}

/** The fenced blocks of a README's section on clients. */
export function blocksOf(readme: string): { readonly language: string; readonly text: string }[] {
  const [, section = ""] = /<!-- clients -->([\s\S]*)<!-- \/clients -->/.exec(readme) ?? [];
  return [...section.matchAll(/^```(\w+)\n([\s\S]*?)\n```$/gm)].map(([, language = "", text = ""]) => ({
    language,
    text,
  }));
}
