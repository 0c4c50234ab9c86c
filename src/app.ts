import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Docs } from "./aws-docs/docs.ts";
import type { Fact } from "./knowledge/fact.ts";
import type { Knowledge } from "./knowledge/knowledge.ts";
import type { Catalog } from "./policy/catalog/catalog.ts";
import type { CatalogData } from "./policy/catalog/catalog-data.ts";
import type { RuleData } from "./policy/rule.ts";
import { printable } from "./printable.ts";
import type { Search } from "./search/search.ts";

/** Everything that tools and commands work with. Each part is loaded when it is first asked for, once. */
export interface App {
  readonly version: string;
  knowledge(): Promise<Knowledge>;
  search(): Promise<Search>;
  catalog(): Promise<Catalog>;
  escalationPaths(): Promise<RuleData["escalationPaths"]>;
  /** What the policy rules ask. */
  ruleData(): Promise<RuleData>;
  docs(): Promise<Docs>;
}

export interface AppOptions {
  readonly version: string;
  /** The folder with `facts.json` and `catalog.json` as the build wrote them. */
  readonly dataFolder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export function createApp({ version, dataFolder, env }: AppOptions): App {
  // What the build wrote has the shape that the build gave it: it is not checked again at every start.
  const readData = <T>(name: string): T => JSON.parse(readFileSync(join(dataFolder, name), "utf8"));

  const knowledge = once(async () => {
    const { Knowledge, mergeFacts } = await import("./knowledge/knowledge.ts");
    const shipped = readData<readonly Fact[]>("facts.json");
    const folder = env["IAM_PITFALLS_KNOWLEDGE"];
    if (!folder) return new Knowledge(shipped);
    const { loadFolder } = await import("./knowledge/load-folder.ts");
    const merged = mergeFacts(shipped, loadFolder(folder));
    for (const { file, problems } of merged.broken)
      console.error(printable(`iam-pitfalls-mcp: fact left out: ${file}: ${problems.join("; ")}`));
    return merged;
  });

  const catalog = once(async () => {
    const { Catalog } = await import("./policy/catalog/catalog.ts");
    return new Catalog(readData<CatalogData>("catalog.json"));
  });

  const escalationPaths = once(async () => readData<RuleData["escalationPaths"]>("escalation.json"));

  return {
    version,
    knowledge,
    search: once(async () => {
      const { createSearch } = await import("./search/create-search.ts");
      const vectors = readFileSync(join(dataFolder, "word-vectors.bin"));
      // A team's own facts change how telling each word is, so the index is made anew with them.
      return env["IAM_PITFALLS_KNOWLEDGE"]
        ? createSearch({
            documents: (await knowledge()).facts,
            outOfScope: readData<readonly string[]>("out-of-scope.json"),
            vectors,
          })
        : createSearch({ index: readFileSync(join(dataFolder, "search-index.bin")), vectors });
    }),
    catalog,
    escalationPaths,
    ruleData: once(async () => ({
      catalog: await catalog(),
      escalationPaths: await escalationPaths(),
    })),
    docs: once(async () => {
      const { createDocs } = await import("./aws-docs/docs.ts");
      return createDocs({ version, env });
    }),
  };
}

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= load();
    return loaded;
  };
}
