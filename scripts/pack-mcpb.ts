// Packs the built program as an MCP bundle, which desktop clients install with a click:
// `npm run pack:mcpb -- [FOLDER]` writes FOLDER/iam-pitfalls-mcp-VERSION.mcpb, by default in the repository's folder.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { packExtension, type v0_3 } from "@anthropic-ai/mcpb";
import { z } from "zod";
import { firstSentence } from "../src/reference/readme.ts";
import { serverInfo } from "../src/server/handshake.ts";
import { instructions } from "../src/server/instructions.ts";
import { tools } from "../src/server/tools/index.ts";

const PackageHead = z.object({
  name: z.string(),
  version: z.string(),
  description: z.string(),
  license: z.string(),
  author: z.string(),
  homepage: z.url(),
  bugs: z.url(),
  keywords: z.array(z.string()),
  engines: z.object({ node: z.string() }),
  repository: z.object({ type: z.string(), url: z.string() }),
});
const head = PackageHead.parse(JSON.parse(readFileSync("package.json", "utf8")));

const manifest: z.infer<typeof v0_3.McpbManifestSchema> = {
  manifest_version: "0.3",
  name: head.name,
  display_name: serverInfo(head.version).title,
  version: head.version,
  description: head.description,
  long_description: instructions,
  author: { name: head.author },
  repository: { type: head.repository.type, url: head.repository.url.replace(/^git\+/, "") },
  homepage: head.homepage,
  support: head.bugs,
  icon: "icon.png",
  license: head.license,
  keywords: head.keywords,
  server: {
    type: "node",
    entry_point: "dist/main.js",
    mcp_config: {
      command: "node",
      args: ["${__dirname}/dist/main.js"],
      env: {
        IAM_PITFALLS_KNOWLEDGE: "${user_config.knowledge}",
        IAM_PITFALLS_OFFLINE: "${user_config.offline}",
      },
    },
  },
  // Without a default the client would hand over the placeholder itself.
  user_config: {
    knowledge: {
      type: "directory",
      title: "Your team's facts",
      description: "A folder of facts in the format of this project, merged in",
      required: false,
      default: "",
    },
    offline: {
      type: "boolean",
      title: "Offline",
      description: "No network at all: documentation pages are served from the cache only",
      required: false,
      default: false,
    },
  },
  tools: tools.map(({ name, description }) => ({ name, description: firstSentence(description) })),
  // Their texts depend on what the user gives them.
  prompts_generated: true,
  compatibility: { platforms: ["darwin", "linux", "win32"], runtimes: { node: head.engines.node } },
};

const output = resolve(process.argv[2] ?? ".", `${head.name}-${head.version}.mcpb`);
const folder = mkdtempSync(join(tmpdir(), "iam-pitfalls-bundle-"));
try {
  for (const part of ["dist", "LICENSE", "package.json"])
    cpSync(part, join(folder, part), { recursive: true });
  cpSync(".claude-plugin/icon.png", join(folder, "icon.png"));
  writeFileSync(join(folder, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  // On a mistake it says itself what is wrong.
  if (!(await packExtension({ extensionPath: folder, outputPath: output, silent: true })))
    process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
