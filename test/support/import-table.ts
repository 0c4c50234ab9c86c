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
  "aws-docs": {
    purpose: "Brings in pages of the AWS documentation and says whether a fact's evidence stands there.",
    folders: ["knowledge/fact.ts"],
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
  knowledge: {
    purpose:
      "Reads facts and escalation paths and refuses what breaks their schema, naming every broken file at once.",
    folders: ["policy/escalation/path.ts"],
    packages: ["zod", "yaml", "node:fs", "node:path"],
  },
  policy: {
    purpose: "Decides what is wrong with a policy text; pure: no files, no network, no clock, no MCP.",
    folders: [],
    packages: [],
  },
  reference: {
    purpose: "Writes the generated pages and lists as strings.",
    folders: [],
    packages: [],
  },
};
