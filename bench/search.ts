import { join } from "node:path";
import Fuse from "fuse.js";
import MiniSearch from "minisearch";
import { loadFolder } from "../src/knowledge/load-folder.ts";
import { type Question, questionStyles, readQuestions } from "../test/support/questions.ts";
import { half, makeSearch } from "../test/support/search.ts";

// How often the search puts the right fact first, and how honestly it says none, on the development set: beside
// fuse.js alone and MiniSearch alone in the same run. The half that the verdict was not fitted to is the one to read.

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
const fuse = new Fuse(facts, { keys: [...fields], useTokenSearch: true, threshold: 0.2 });
const mini = new MiniSearch<(typeof facts)[number]>({ fields: [...fields] });
mini.addAll(facts);

const finders: Readonly<Record<string, Finder>> = {
  ours: (query) => {
    const { verdict, hits } = search.search(query, { limit: 5 });
    return { ids: hits.map(({ id }) => id), none: verdict === "none" };
  },
  "fuse.js": (query) => {
    const found = fuse.search(query.slice(0, 200), { limit: 5 });
    return { ids: found.map(({ item }) => item.id), none: found.length === 0 };
  },
  MiniSearch: (query) => {
    const found = mini.search(query, { prefix: true, fuzzy: 0.2 }).slice(0, 5);
    return { ids: found.map(({ id }) => String(id)), none: found.length === 0 };
  },
};

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

const times = questions
  .map(({ text }) => {
    const start = performance.now();
    search.search(text, { limit: 5 });
    return performance.now() - start;
  })
  .sort((a, b) => a - b);
const at = (part: number): string => (times[Math.floor(part * times.length)] ?? 0).toFixed(2);
console.log(`\nms a search: p50 ${at(0.5)}, p99 ${at(0.99)}`);

for (const size of [1000, 3000, 10_000]) {
  const many = Array.from({ length: size }, (_, index) => {
    const fact = facts[index % facts.length];
    return fact && { ...fact, id: `${fact.id}-${index}`, title: `${fact.title} ${index}` };
  }).filter((fact) => fact !== undefined);
  const before = performance.now();
  const large = makeSearch(many, process.cwd());
  const built = performance.now() - before;
  const sample = questions.slice(0, 200);
  const start = performance.now();
  for (const { text } of sample) large.search(text, { limit: 5 });
  console.log(
    `${size} facts: index ${built.toFixed(0)} ms, mean search ${((performance.now() - start) / sample.length).toFixed(2)} ms`,
  );
}
