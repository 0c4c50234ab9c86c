import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { z } from "zod";
import manifest from "../package.json" with { type: "json" };
import { FactHead } from "../src/knowledge/fact.ts";
import { loadFolder } from "../src/knowledge/load-folder.ts";
import { rules } from "../src/policy/rules/index.ts";
import { checkFile, checkIndex, checkPage } from "../src/reference/check-page.ts";
import { escalationIndex, escalationPage } from "../src/reference/escalation-page.ts";
import { markdownTable } from "../src/reference/markdown-table.ts";
import type { PageLinks } from "../src/reference/page-links.ts";
import { pluginFiles } from "../src/reference/plugin.ts";
import { badges, clientsSection, fence, replaceBetween, toolsTable } from "../src/reference/readme.ts";
import { registryIndex } from "../src/reference/registry-index.ts";
import {
  leadingFacts,
  skillName,
  skillPage,
  skillTopicPage,
  topicFile,
  topicsOf,
} from "../src/reference/skill.ts";
import { terminalPicture } from "../src/reference/terminal-picture.ts";
import { tools } from "../src/server/tools/index.ts";
import { callForData, connect } from "./support/connect.ts";
import { importTable } from "./support/import-table.ts";
import { program } from "./support/launch.ts";
import { ruleData } from "./support/rule-data.ts";

// Every generated file is a file snapshot: drift fails here, `npm run generate` writes anew.

const root = join(import.meta.dirname, "..");

const { facts } = loadFolder(join(root, "knowledge/facts"));
const topicOf = new Map(facts.map(({ id, topic }) => [id, topic] as const));
const factLink = (id: string) => `../../knowledge/facts/${topicOf.get(id)}/${id}.md`;
const checkLinks: PageLinks = {
  check: checkFile,
  fact: factLink,
  escalation: (id) => `../escalation/${id}.md`,
};
const escalationLinks: PageLinks = {
  check: (issueCode) => `../checks/${checkFile(issueCode)}`,
  fact: factLink,
  escalation: (id) => `${id}.md`,
};

describe("generated files are up to date", () => {
  test.each([
    { folder: "src/policy/rules", name: "rules", type: "Rule", typeFrom: "../rule.ts" },
    { folder: "src/server/tools", name: "tools", type: "Tool", typeFrom: "../tool.ts" },
  ])("$folder/index.ts", async ({ folder, ...list }) => {
    const text = registryIndex(readdirSync(join(root, folder)), list);
    await expect(text).toMatchFileSnapshot(join(root, folder, "index.ts"));
  });

  test("README.md", async () => {
    const file = join(root, "README.md");
    let text = replaceBetween(readFileSync(file, "utf8"), "tools", toolsTable(tools));
    text = replaceBetween(text, "badges", badges());
    text = replaceBetween(text, "clients", clientsSection());
    text = replaceBetween(text, "exchange", await exchange());
    await expect(text).toMatchFileSnapshot(file);
  });

  test("ARCHITECTURE.md", async () => {
    const file = join(root, "ARCHITECTURE.md");
    const rows = Object.entries(importTable).map(([folder, { purpose, folders, packages }]) => [
      folder === "." ? "`src`" : `\`${folder}\``,
      purpose,
      list(folders),
      list(packages),
    ]);
    const table = markdownTable(["Folder", "What it is for", "Of `src`", "Packages"], rows);
    const text = replaceBetween(readFileSync(file, "utf8"), "imports", table);
    await expect(text).toMatchFileSnapshot(file);
  });

  test("knowledge/fact.schema.json", async () => {
    const schema = z.toJSONSchema(FactHead, { io: "input" });
    const text = `${JSON.stringify({ title: "The head of a fact", ...schema }, null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(join(root, "knowledge/fact.schema.json"));
  });

  test.each(Object.entries(pluginFiles(manifest)))("%s", async (file, text) => {
    await expect(text).toMatchFileSnapshot(join(root, file));
  });

  test("docs/checks", async () => {
    const folder = join(root, "docs/checks");
    await expect(checkIndex(rules, checkLinks)).toMatchFileSnapshot(join(folder, "README.md"));
    for (const rule of rules)
      await expect(checkPage(rule, checkLinks)).toMatchFileSnapshot(join(folder, checkFile(rule.issueCode)));
    const expected = new Set(["README.md", ...rules.map(({ issueCode }) => checkFile(issueCode))]);
    expect(readdirSync(folder).filter((file) => !expected.has(file))).toEqual([]);
  });
});

test("the picture of a check shows what the built program prints", async () => {
  const folder = join(root, "docs/example");
  const args = ["check", "policy.json"];
  const { stdout } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: process.env["PATH"] ?? "", FORCE_COLOR: "1" },
  });
  const picture = terminalPicture(
    `$ ${manifest.name} ${args.join(" ")}\n${stdout.trimEnd()}`,
    "A check of a policy: its findings with places and fixes",
  );
  await expect(picture).toMatchFileSnapshot(join(folder, "check.svg"));
});

describe("the pages of the checks and escalation paths", () => {
  test.each(["docs/checks", "docs/escalation"])("link only to files that exist: %s", (pages) => {
    const folder = join(root, pages);
    const broken = readdirSync(folder).flatMap((file) =>
      [...readFileSync(join(folder, file), "utf8").matchAll(/\]\((?!https?:)([^)#]+)\)/g)]
        .map(([, link = ""]) => link)
        .filter((link) => !existsSync(join(folder, link)))
        .map((link) => `${file}: ${link}`),
    );
    expect(broken).toEqual([]);
  });

  test("are not part of the package", () => {
    expect(manifest.files).toEqual(["dist"]);
  });
});

describe("docs/escalation", () => {
  const folder = join(root, "docs/escalation");
  const { escalationPaths } = ruleData;

  test("README.md", async () => {
    await expect(escalationIndex(escalationPaths, escalationLinks)).toMatchFileSnapshot(
      join(folder, "README.md"),
    );
  });

  test("a page for each path, and no other", async () => {
    for (const path of escalationPaths)
      await expect(escalationPage(path, escalationLinks)).toMatchFileSnapshot(join(folder, `${path.id}.md`));
    const pages = readdirSync(folder).filter((file) => file !== "README.md");
    expect(pages.sort()).toEqual(escalationPaths.map(({ id }) => `${id}.md`).sort());
  });
});

describe("the skill", () => {
  const folder = join(root, "skills", skillName);

  test("is up to date, with a page for each topic and no other", async () => {
    await expect(skillPage(facts)).toMatchFileSnapshot(join(folder, "SKILL.md"));
    const used = topicsOf(facts);
    for (const topic of used)
      await expect(skillTopicPage(topic, facts)).toMatchFileSnapshot(join(folder, topicFile(topic)));
    const pages = readdirSync(join(folder, "references")).map((file) => `references/${file}`);
    expect(pages.sort()).toEqual(used.map(topicFile).sort());
  });

  test("has a head that agents accept, and is short enough to be read at once", () => {
    const text = skillPage(facts);
    const [, head = ""] = /^---\n([\s\S]*?)\n---\n/.exec(text) ?? [];
    expect(SkillHead.parse(parseYaml(head)).name).toBe(basename(folder));
    // Agents load it whole: about 5,000 tokens of words, the ids and addresses apart.
    expect(text.split("\n").length).toBeLessThan(500);
    expect(text.length).toBeLessThan(30_000);
  });

  test("has every fact on one line, and the leading and the changed ones on its first page", () => {
    const lines = topicsOf(facts)
      .flatMap((topic) => skillTopicPage(topic, facts).split("\n"))
      .filter((line) => line.startsWith("- "));
    expect(lines).toHaveLength(facts.length);
    const unsaid = facts.filter(({ id }) => lines.filter((line) => line.includes(`(\`${id}\``)).length !== 1);
    expect(unsaid.map(({ id }) => id)).toEqual([]);
    const first = skillPage(facts);
    const changed = facts.filter((fact) => fact.changed).map(({ id }) => id);
    expect(changed.length).toBeGreaterThan(30);
    expect([...leadingFacts, ...changed].filter((id) => !first.includes(`(\`${id}\``))).toEqual([]);
  });
});

const SkillHead = z.strictObject({
  name: z
    .string()
    .max(64)
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  description: z.string().min(1).max(1024),
});

describe("the README", () => {
  test("has only JSON that parses", () => {
    const text = readFileSync(join(root, "README.md"), "utf8");
    const blocks = [...text.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, json = ""]) => json);
    expect(blocks.length).toBeGreaterThan(5);
    for (const json of blocks) expect(() => JSON.parse(json)).not.toThrow();
  });

  test("names only files that exist", () => {
    const text = readFileSync(join(root, "README.md"), "utf8");
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link = ""]) => link);
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((link) => !existsSync(join(root, link)))).toEqual([]);
  });
});

const Found = z.object({
  verdict: z.string(),
  results: z.tuple([
    z.object({
      id: z.string(),
      statement: z.string(),
      status: z.string(),
      verifiedOn: z.string(),
      sources: z.array(z.object({ url: z.string(), section: z.string() }).strip()),
    }),
  ]),
});

/** A question, asked of the server as a client asks it, and the members of the answer that decide. */
async function exchange(): Promise<string> {
  const args = { query: "Which STS operations can I call with GetSessionToken credentials?", limit: 1 };
  const answer = Found.parse(await callForData(await connect(), "search_facts", args));
  return [
    fence("text", `search_facts ${JSON.stringify(args)}`),
    fence("json", JSON.stringify(answer, null, 2)),
  ].join("\n\n");
}

function list(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ") || "none";
}
