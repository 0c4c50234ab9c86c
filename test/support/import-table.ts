interface Row {
  /** What the folder is for, in one sentence. */
  readonly purpose: string;
  /** Folders of `src`, or single files of them, that it may import. */
  readonly folders: readonly string[];
  /** Packages and Node modules that it may import. */
  readonly packages: readonly string[];
}

/** The architecture: besides its own files a folder of `src` imports only what its row says. */
export const importTable: Readonly<Record<string, Row>> = {
  ".": {
    purpose: "Starts the program (`main.ts`), joins the parts (`app.ts`), and what all of them share.",
    folders: ["aws-docs", "cli", "knowledge", "policy", "search", "server"],
    packages: ["fuse.js", "node:fs", "node:path", "../package.json"],
  },
  "aws-docs": {
    purpose: "Brings in pages of the AWS documentation and says whether a fact's evidence stands there.",
    folders: ["knowledge/fact.ts", "user-error.ts"],
    packages: [
      "parse5",
      "undici",
      "zod",
      "node:crypto",
      "node:dns",
      "node:fs/promises",
      "node:net",
      "node:os",
      "node:path",
      "node:timers/promises",
      "node:util",
      "node:zlib",
    ],
  },
  cli: {
    purpose: "Turns commands on a terminal into the same calls, for people and pipelines.",
    folders: [
      "app.ts",
      "aws-docs",
      "knowledge",
      "policy",
      "printable.ts",
      "reference",
      "server",
      "user-error.ts",
    ],
    packages: ["diff", "tinyglobby", "yaml", "zod", "node:fs/promises", "node:path", "node:util"],
  },
  knowledge: {
    purpose:
      "Reads facts and escalation paths and refuses what breaks their schema, naming every broken file at once.",
    folders: ["policy/escalation/path.ts"],
    packages: ["zod", "yaml", "node:fs", "node:path"],
  },
  policy: {
    purpose: "Decides what is wrong with a policy text; pure: no files, no network, no clock, no MCP.",
    folders: ["near-names.ts"],
    packages: [],
  },
  reference: {
    purpose: "Writes pages, lists and configurations as strings.",
    folders: ["knowledge", "policy"],
    packages: [],
  },
  search: {
    purpose: "Ranks documents for a question; knows nothing of where they come from.",
    folders: [],
    packages: ["stemmer"],
  },
  server: {
    purpose:
      "Turns questions from MCP clients into calls on the other folders; the only one that knows the SDK.",
    folders: ["app.ts", "knowledge", "near-names.ts", "policy", "printable.ts", "reference", "user-error.ts"],
    packages: [
      "@modelcontextprotocol/sdk",
      "prom-client",
      "zod",
      "node:crypto",
      "node:http",
      "node:net",
      "node:stream",
      "node:timers/promises",
    ],
  },
};
