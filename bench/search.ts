import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import Fuse from "fuse.js";
import MiniSearch from "minisearch";
import { loadFolder } from "../src/knowledge/load-folder.ts";
import type { Search } from "../src/search/search.ts";
import { type Question, questionStyles, readQuestions } from "../test/support/questions.ts";
import { half, makeSearch } from "../test/support/search.ts";

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

// How often the search puts the right fact first, and how honestly it says none, on the development set; the half that
// the verdict was not fitted to is the one to read. Then what searches cost as facts grow. With the argument
// `compare`, fuse.js alone and MiniSearch alone answer the same questions: fuse.js takes minutes.
const compared = process.argv.includes("compare");

const { facts } = loadFolder(join(process.cwd(), "knowledge/facts"));
const ids = new Set(facts.map(({ id }) => id));
const questions = readQuestions(join(process.cwd(), "test/search/questions.yaml")).filter(
  (question) => question.ids.length === 0 || question.ids.some((id) => ids.has(id)),
);

type Finder = (query: string) => { readonly ids: readonly string[]; readonly none: boolean };

const started = performance.now();
const search = makeSearch(facts, process.cwd());
console.log(`${facts.length} facts indexed in ${(performance.now() - started).toFixed(0)} ms`);

const fields = [
  "title",
  "statement",
  "misconception",
  "details",
  "aliases",
  "questions",
  "symptoms",
] as const;
const finders: Readonly<Record<string, Finder>> = {
  ours: (query) => {
    const { verdict, hits } = search.search(query, { limit: 5 });
    return { ids: hits.map(({ id }) => id), none: verdict === "none" };
  },
  ...(compared ? others() : {}),
};

function others(): Record<string, Finder> {
  const fuse = new Fuse(facts, { keys: [...fields], useTokenSearch: true, threshold: 0.2 });
  const mini = new MiniSearch<(typeof facts)[number]>({ fields: [...fields] });
  mini.addAll(facts);
  return {
    "fuse.js": (query) => {
      const found = fuse.search(query.slice(0, 200), { limit: 5 });
      return { ids: found.map(({ item }) => item.id), none: found.length === 0 };
    },
    MiniSearch: (query) => {
      const found = mini.search(query, { prefix: true, fuzzy: 0.2 }).slice(0, 5);
      return { ids: found.map(({ id }) => String(id)), none: found.length === 0 };
    },
  };
}

function share(list: readonly Question[], test: (question: Question) => boolean): string {
  return list.length === 0 ? "-" : (list.filter(test).length / list.length).toFixed(3);
}

for (const part of ["fitted", "reported"] as const) {
  const asked = questions.filter(({ text }) => half(text) === part);
  const answerable = asked.filter((question) => question.ids.length > 0);
  const offTopic = asked.filter((question) => question.ids.length === 0);
  console.log(`\n${part}: ${answerable.length} answerable, ${offTopic.length} off topic`);
  for (const [name, find] of Object.entries(finders)) {
    const answers = new Map(asked.map((question) => [question, find(question.text)]));
    const rank = (question: Question): number =>
      answers.get(question)?.ids.findIndex((id) => question.ids.includes(id)) ?? -1;
    const first = (question: Question): boolean => rank(question) === 0;
    const none = (question: Question): boolean => answers.get(question)?.none === true;
    const top3 = (question: Question): boolean => rank(question) >= 0 && rank(question) < 3;
    console.log(
      `${name.padEnd(11)} first ${share(answerable, first)}  top 3 ${share(answerable, top3)}  none: off topic ${share(offTopic, none)}, answerable ${share(answerable, none)}`,
    );
    if (name !== "ours") continue;
    const styles = questionStyles.map((style) => {
      const list = answerable.filter((question) => question.style === style);
      return `${style} ${share(list, first)}`;
    });
    console.log(`  first by style: ${styles.join(", ")}`);
  }
}

/** What a search costs in ms: the best of three, because other processes take their part of a single one. */
function costOf(query: string, asked: Search): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 3; run += 1) {
    const start = performance.now();
    asked.search(query, { limit: 5 });
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** What JavaScript holds, in MiB; memory of arrays is given back after the collection that found it. */
async function held(): Promise<number> {
  for (let round = 0; round < 3; round += 1) {
    collectGarbage();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}

const texts = questions.map(({ text }) => text);
const long = texts.join(" ");
const worst: Readonly<Record<string, string>> = {
  "many questions": long.slice(0, 10_000),
  "words misspelt": long.replace(/(?<=\p{L}{3})\p{L}(?=\p{L})/gu, "").slice(0, 10_000),
  "unknown words": Array.from({ length: 2000 }, (_, at) => `zq${at.toString(36)}x`)
    .join(" ")
    .slice(0, 10_000),
  "one word": "x".repeat(10_000),
  capitals: "aB".repeat(5000),
};

// The curve: the facts again and again under other names, so that every list of the index grows with them.
console.log(
  "\nms a search: half of the questions of the set cost less than p50; the worst of 10,000 characters",
);
for (const size of [300, 1000, 3000, 10_000]) {
  const many = Array.from({ length: size }, (_, index) => {
    const fact = facts[index % facts.length];
    return fact && { ...fact, id: `${fact.id}-${index}`, title: `${fact.title} ${index}` };
  }).filter((fact) => fact !== undefined);
  const before = await held();
  const cpu = process.cpuUsage();
  const start = performance.now();
  const large = makeSearch(many, process.cwd());
  const built = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  const memory = (await held()) - before;
  const costs = texts
    .filter((_, at) => at % 3 === 0)
    .map((text) => costOf(text, large))
    .sort((a, b) => a - b);
  const at = (part: number): string => (costs[Math.floor(part * costs.length)] ?? 0).toFixed(2);
  const [name = "", most = 0] =
    Object.entries(worst)
      .map(([name, query]): [string, number] => [name, costOf(query, large)])
      .sort(([, a], [, b]) => b - a)[0] ?? [];
  console.log(
    `${String(size).padStart(6)} facts: index ${built.toFixed(0).padStart(6)} ms (CPU ${((user + system) / 1000).toFixed(0)}), ${memory.toFixed(0).padStart(4)} MiB; search p50 ${at(0.5)}, p99 ${at(0.99)}; 10,000 characters ${most.toFixed(2)} (${name})`,
  );
}
