import { clientConfigs, formatJson, renderConfig, SERVER_NAME } from "./client-configs.ts";

/** What a plugin says of the package that it brings. */
export interface PackageHead {
  readonly version: string;
  readonly description: string;
  readonly license: string;
  readonly author: string;
  readonly homepage: string;
  readonly repository: { readonly url: string };
  readonly keywords: readonly string[];
}

/**
 * The files that make this repository a Claude Code plugin, and the marketplace that offers it, by their paths: the
 * server, and every skill of the folder `skills`.
 */
export function pluginFiles(head: PackageHead): Readonly<Record<string, string>> {
  const { version, description, license, keywords, homepage } = head;
  const repository = head.repository.url.replace(/^git\+|\.git$/g, "");
  const about = {
    description,
    version,
    author: { name: head.author },
    homepage,
    repository,
    license,
    keywords,
  };
  const claudeCode = clientConfigs["claude-code"];
  return {
    ".claude-plugin/plugin.json": file({ name: SERVER_NAME, ...about }),
    ".claude-plugin/marketplace.json": file({
      name: SERVER_NAME,
      description,
      owner: { name: head.author },
      plugins: [{ name: SERVER_NAME, source: "./", ...about }],
    }),
    ...(claudeCode && { ".mcp.json": `${renderConfig(claudeCode, { windows: false }).text}\n` }),
  };
}

function file(data: unknown): string {
  return `${formatJson(data)}\n`;
}
