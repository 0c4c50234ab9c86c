import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { globSync } from "tinyglobby";
import { describe, expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { documentedChecks } from "../src/policy/documented-codes.ts";
import { rules } from "../src/policy/rules/index.ts";
import { MAX_BODY_BYTES } from "../src/server/http/read-body.ts";
import { program } from "./support/launch.ts";

// What the documents of this repository point at is there: files, headings, commands, tests.

const root = join(import.meta.dirname, "..");
const read = (file: string) => readFileSync(join(root, file), "utf8");
const documents = globSync("**/*.md", {
  cwd: root,
  dot: true,
  ignore: ["**/node_modules/**", "dist/**", "test/aws-docs/pages/**"],
});

/** A document's text without blocks and spans of code, in which brackets are no links. */
function proseOf(file: string): string {
  return read(file)
    .replaceAll(/^(`{3,})[\s\S]*?^\1/gm, "")
    .replaceAll(/`[^`\n]+`/g, "`code`");
}

interface Link {
  readonly file: string;
  readonly target: string;
}

const links: readonly Link[] = documents.flatMap((file) =>
  [...proseOf(file).matchAll(/\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)/g)].map(([, target = ""]) => ({
    file,
    target,
  })),
);
const isWeb = ({ target }: Link) => /^[a-z]+:/.test(target);

/** The anchors of a document's headings, as code hosts make them. */
function anchorsOf(file: string): Set<string> {
  const headings = [
    ...read(file)
      .replaceAll(/^(`{3,})[\s\S]*?^\1/gm, "")
      .matchAll(/^#{1,6} (.+)$/gm),
  ];
  return new Set(
    headings.map(([, heading = ""]) =>
      heading
        .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\- _]/gu, "")
        .replaceAll(" ", "-"),
    ),
  );
}

describe("the links of all Markdown files", () => {
  test("are many, and found in the files that people read first", () => {
    expect(links.length).toBeGreaterThan(500);
    for (const file of ["README.md", "SECURITY.md", "CONTRIBUTING.md", "docs/checks/README.md"])
      expect(documents).toContain(file);
  });

  test("name files that exist, with the headings that they name", () => {
    const broken = links.filter((link) => {
      if (isWeb(link)) return false;
      const [path = "", anchor] = link.target.split("#", 2);
      const file = path === "" ? link.file : join(dirname(link.file), decodeURI(path));
      if (!existsSync(join(root, file))) return true;
      return anchor !== undefined && file.endsWith(".md") && !anchorsOf(file).has(anchor);
    });
    expect(broken).toEqual([]);
  });

  test("are https addresses where they leave the repository", () => {
    const wrong = links.filter(isWeb).filter(({ target }) => {
      return !URL.canParse(target) || new URL(target).protocol !== "https:";
    });
    expect(wrong).toEqual([]);
  });
});

describe("CONTRIBUTING.md", () => {
  const text = read("CONTRIBUTING.md");
  const sections = text.split(/^## /m).slice(1);

  test("has a recipe for each kind of thing, and names the tests that hold it", () => {
    const recipes = sections.filter((section) => /^1\. /m.test(section));
    expect(recipes.map((section) => section.split("\n")[0])).toEqual([
      "A fact",
      "A rule",
      "An escalation path",
      "A tool",
      "An MCP client",
    ]);
    for (const recipe of recipes) expect(recipe).toMatch(/^Held by `test\/[\w./-]+\.test\.ts`/m);
  });

  test("names files, folders and scripts that exist", () => {
    const paths = [...text.matchAll(/`((?:src|test|knowledge|docs|scripts|skills)\/[^`<]*)`/g)].map(
      ([, path = ""]) => path,
    );
    expect(paths.length).toBeGreaterThan(10);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    const scripts = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, script = ""]) => script);
    expect(scripts.filter((script) => !(script in manifest.scripts))).toEqual([]);
  });
});

test("SECURITY.md gives the limits that the program has", () => {
  expect(read("SECURITY.md")).toContain(`at most ${MAX_BODY_BYTES.toLocaleString("en")} bytes`);
});

test("docs/comparison.md counts the checks as they are", () => {
  const mirrored = rules.filter(({ origin }) => origin === "access-analyzer").length;
  expect(read("docs/comparison.md").replaceAll(/\s+/g, " ")).toContain(
    `${mirrored} of the ${documentedChecks.length} checks that AWS documents`,
  );
});

describe("what people copy from the documents", () => {
  test("is JSON that parses, as it stands or as members of an object", () => {
    const blocks = documents.flatMap((file) =>
      [...read(file).matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, text = ""]) => ({ file, text })),
    );
    expect(blocks.length).toBeGreaterThan(300);
    const parses = (text: string) => {
      try {
        JSON.parse(text);
        return true;
      } catch {
        return false;
      }
    };
    expect(blocks.filter(({ text }) => !parses(text) && !parses(`{${text}}`))).toEqual([]);
  });

  test("is commands and options that the program has", () => {
    const help = spawnSync(process.execPath, [program, "--help"], { encoding: "utf8" }).stdout;
    const usages = new Map(
      [...help.matchAll(/^ {2}(\w+) (.*)$/gm)].map(([, name = "", rest = ""]) => [name, rest]),
    );
    const calls = documents
      .filter((file) => /^(?:[A-Z]+|docs\/[\w-]+|knowledge\/README)\.md$/.test(file))
      .flatMap((file) =>
        [
          ...read(file).matchAll(
            /(?:^|`)((?:iam-pitfalls-mcp|node dist\/main\.js) ([a-z]+)((?: [^\n`]*)?))/gm,
          ),
        ].map(([, call = "", name = "", rest = ""]) => ({
          call,
          name,
          options: rest.match(/--[a-z][a-z-]*/g) ?? [],
        })),
      );
    expect(calls.length).toBeGreaterThan(10);
    const wrong = calls.filter(({ name, options }) => {
      const usage = usages.get(name);
      return usage === undefined || options.some((option) => !usage.includes(option));
    });
    expect(wrong.map(({ call }) => call)).toEqual([]);
  });
});
