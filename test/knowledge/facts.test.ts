import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { FactHead } from "../../src/knowledge/fact.ts";
import { loadFolder } from "../../src/knowledge/load-folder.ts";

const folder = join(import.meta.dirname, "../../knowledge/facts");
const { facts, broken } = loadFolder(folder);
const ids = new Set(facts.map((fact) => fact.id));

/** The documentation hosts that count as official. */
const officialHosts = ["docs.aws.amazon.com"];

/** Evidence that the facts were written from; not part of the project, so its absence skips the test. */
const evidence = join(import.meta.dirname, "../../../shared/evidence");

describe("the knowledge base", () => {
  test("has no broken file", () => {
    expect(broken).toEqual([]);
    expect(facts.length).toBeGreaterThan(0);
  });

  test("relates facts only to facts that exist", () => {
    const dangling = facts.flatMap((fact) =>
      fact.related.filter((id) => !ids.has(id)).map((id) => `${fact.id} -> ${id}`),
    );
    expect(dangling).toEqual([]);
  });

  test("cites only official documentation", () => {
    const foreign = facts.flatMap((fact) =>
      fact.sources
        .filter((source) => !officialHosts.includes(new URL(source.url).hostname))
        .map((source) => `${fact.id}: ${source.url}`),
    );
    expect(foreign).toEqual([]);
  });

  test("names the section of every source, unless the fact is unconfirmed", () => {
    const bare = facts.filter(
      (fact) =>
        fact.status !== "unconfirmed" && fact.sources.some((source) => !source.section && !source.anchor),
    );
    expect(bare.map((fact) => fact.id)).toEqual([]);
  });

  test("has no two facts with the same title or statement", () => {
    for (const field of ["title", "statement"] as const) {
      const texts = facts.map((fact) => fact[field].toLowerCase());
      expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
    }
  });
});

describe("knowledge/fact.schema.json, which editors use,", () => {
  const fits = new Ajv2020({ strict: false, validateFormats: false }).compile(
    JSON.parse(readFileSync(join(folder, "../fact.schema.json"), "utf8")),
  );

  test("takes the head of every fact", () => {
    const refused = facts.filter(({ topic, id }) => !fits(readHead(`${topic}/${id}.md`)));
    expect(refused.map(({ id }) => id)).toEqual([]);
  });

  const head = readHead("sts/sts-role-chaining-one-hour.md");
  test.each<[string, object]>([
    ["an unknown key", { ...head, severity: "high" }],
    ["a title that is too long", { ...head, title: "x".repeat(101) }],
    ["no source", { ...head, sources: [] }],
    ["an unknown status", { ...head, status: "probably" }],
    ["a single question", { ...head, questions: ["How long?"] }],
    ["a relation that is no id", { ...head, related: ["STS_Role"] }],
  ])("refuses %s, as the loader does", (_, broken) => {
    expect(FactHead.safeParse(broken).success).toBe(false);
    expect(fits(broken)).toBe(false);
  });
});

describe.skipIf(!existsSync(evidence))("against the recorded evidence (skipped where it is absent)", () => {
  test("stores no sentence of the documentation", () => {
    const quotes = readQuotes(evidence);
    const copied = facts.flatMap((fact) => {
      const text = words(
        [fact.title, fact.statement, fact.misconception, fact.notes ?? "", fact.details].join("\n"),
      );
      return quotes.filter((quote) => text.includes(quote)).map((quote) => `${fact.id}: ${quote}`);
    });
    expect(copied).toEqual([]);
  });
});

function readHead(file: string): object {
  const [, yaml = ""] = /^---\n([\s\S]*?)\n---\n/.exec(readFileSync(join(folder, file), "utf8")) ?? [];
  return parseYaml(yaml);
}

/** Every run of 12 words in a row of every quote: shorter ones may be names, figures or the only way to say it. */
function readQuotes(folder: string): string[] {
  const seeds: { sources: { quote: string }[]; adjacent: { quote: string }[] }[] = JSON.parse(
    readFileSync(join(folder, "seed-facts.json"), "utf8"),
  );
  const candidates: { quote: string }[] = readFileSync(join(folder, "candidates.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((row) => JSON.parse(row));
  const quotes = [...seeds.flatMap((seed) => [...seed.sources, ...seed.adjacent]), ...candidates];
  return quotes.flatMap(({ quote }) => {
    const list = words(quote).split(" ");
    return list.slice(0, Math.max(0, list.length - 11)).map((_, at) => list.slice(at, at + 12).join(" "));
  });
}

function words(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}:*/._-]+/gu) ?? []).join(" ");
}
