// Fits `src/search/weights.ts`: `npm run fit:search`. It learns from one half of the development set, and from the
// facts themselves: a part of their questions and symptoms is taken out and asked, as is a part of the questions that
// no fact answers, until each had its turn. The other half of the development set never takes part.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadFolder } from "../src/knowledge/load-folder.ts";
import { readOutOfScope } from "../src/knowledge/out-of-scope.ts";
import type { Ranking, Search } from "../src/search/search.ts";
import { readQuestions } from "../test/support/questions.ts";
import { half, makeSearch } from "../test/support/search.ts";

/** A question as it was asked; without `wanted` no fact answers. */
interface Asked {
  readonly wanted: readonly string[];
  /** From the facts and the questions out of scope, not from the development set. */
  readonly own: boolean;
  readonly ranking: Ranking;
}

/** Numbers in rows, one row after the other. */
interface Table {
  readonly width: number;
  readonly rows: Float64Array;
}

const FOLDS = 6;
const L2 = 0.01;

/** One in so many questions is asked a second time, mistyped. */
const CARELESS = 5;

/** How many hits of a question take part: a fact further down will not come first. */
const DEPTH = 20;

/** A question of the development set is as a stranger asks; those of the facts are many and alike. */
const DEVELOPMENT_WEIGHT = 3;

/** What an error on a question counts: `own`, and whether a fact answers. Those that none answers are few. */
const verdictWorth = { "false-true": 1, "false-false": 4, "true-true": 0.1, "true-false": 0.8 } as const;

/** The share of the answerable questions that may be refused; the bar is 0.05. */
const REFUSED = 0.03;

const root = process.cwd();
const { facts } = loadFolder(join(root, "knowledge/facts"));
const outOfScope = readOutOfScope(join(root, "knowledge/out-of-scope.txt"));
const ids = new Set(facts.map(({ id }) => id));

const asked: readonly Asked[] = [...askDevelopment(), ...range(FOLDS).flatMap(askFold)];
const rankWeights = fitRanking(asked);
const firsts = range(3).map((fold) => {
  const weights = fitRanking(asked.filter((_, at) => at % 3 !== fold));
  return asked.filter((each, at) => at % 3 === fold && isRight(each, weights, 1));
});
for (const own of [false, true]) {
  const list = asked.filter((each) => each.own === own && each.wanted.length > 0);
  const right = firsts.flat().filter((each) => each.own === own).length;
  const top = list.filter((each) => isRight(each, rankWeights, 3)).length;
  console.log(
    `${own ? "left out" : "fitted half"}: ${list.length} questions, first in 3 folds ${share(right, list)}, top 3 ${share(top, list)}`,
  );
}

const reranked = asked.map((each) => ({ ...each, evidence: evidenceOf(each.ranking) }));
const { weights, bias } = fitVerdict(reranked);
for (const own of [false, true])
  for (const answerable of [false, true]) {
    const list = reranked.filter((each) => each.own === own && each.wanted.length > 0 === answerable);
    const none = list.filter(({ evidence }) => product(evidence, weights) + bias < 0).length;
    console.log(
      `${own ? "left out" : "fitted half"}, ${answerable ? "answerable" : "off topic"}: none ${share(none, list)}`,
    );
  }

const list = (numbers: readonly number[]): string => numbers.map((each) => `  ${round(each)},\n`).join("");
writeFileSync(
  join(root, "src/search/weights.ts"),
  `// Written by \`npm run fit:search\`.

/** What each feature of a hit adds to its rank. */
export const rankWeights: readonly number[] = [
${list(rankWeights)}];

/** What each piece of evidence adds to "the first hit answers"; the bias puts the border at 0. */
export const verdictWeights: readonly number[] = [
${list(weights)}];

export const verdictBias = ${round(bias)};
`,
);

function askDevelopment(): readonly Asked[] {
  const search = makeSearch(facts, root);
  return readQuestions(join(root, "test/search/questions.yaml"))
    .filter(({ text }) => half(text) === "fitted")
    .filter(({ ids: wanted }) => wanted.length === 0 || wanted.some((id) => ids.has(id)))
    .map(({ text, ids: wanted }) => ask(search, text, wanted, false));
}

/** Asks a part of the questions of the facts, and of those that no fact answers, of a search without them. */
function askFold(fold: number): readonly Asked[] {
  const isIn = (text: string): boolean => hash(text) % FOLDS === fold;
  const isOut = (text: string): boolean => !isIn(text);
  const documents = facts.map((fact) => ({
    ...fact,
    questions: fact.questions.filter(isOut),
    symptoms: fact.symptoms.filter(isOut),
  }));
  const search = makeSearch(documents, root, outOfScope.filter(isOut));
  const both = (text: string, wanted: readonly string[]): readonly Asked[] =>
    hash(text) % CARELESS === 0
      ? [ask(search, text, wanted, true), ask(search, mistype(text), wanted, true)]
      : [ask(search, text, wanted, true)];
  return [
    ...facts.flatMap(({ id, questions, symptoms }) =>
      [...questions, ...symptoms].filter(isIn).flatMap((text) => both(text, [id])),
    ),
    ...outOfScope.filter(isIn).flatMap((text) => both(text, [])),
  ];
}

/** Every third long word without one of its letters or with two swapped, in lower case, as people type in a hurry. */
function mistype(text: string): string {
  let long = 0;
  return text.toLowerCase().replace(/[a-z]{5,}/g, (word) => {
    long += 1;
    if (long % 3 !== 0) return word;
    const at = 1 + (hash(word) % (word.length - 2));
    return hash(word) % 2 === 0
      ? word.slice(0, at) + word.slice(at + 1)
      : word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
  });
}

function ask(search: Search, text: string, wanted: readonly string[], own: boolean): Asked {
  const { candidates, evidence } = search.rank(text);
  return { wanted, own, ranking: { candidates: candidates.slice(0, DEPTH), evidence } };
}

/** The evidence as it will be with the new weights: what it says of the first hit and its lead comes from them. */
function evidenceOf({ candidates, evidence }: Ranking): readonly number[] {
  const ranked = candidates
    .map(({ features }) => ({ features, rank: product(features, rankWeights) }))
    .sort((a, b) => b.rank - a.rank);
  const [first] = ranked;
  if (!first) return evidence;
  const [score = 0, passage = 0, , ...others] = first.features;
  return [
    score,
    passage,
    passage ** 2,
    ...others.slice(0, 3),
    first.rank / 10,
    (first.rank - (ranked[4]?.rank ?? 0)) / 10,
    ...evidence.slice(8),
  ];
}

function isRight({ wanted, ranking }: Asked, weights: readonly number[], limit: number): boolean {
  return ranking.candidates
    .map(({ id, features }) => ({ id, rank: product(features, weights) }))
    .sort((a, b) => b.rank - a.rank)
    .slice(0, limit)
    .some(({ id }) => wanted.includes(id));
}

/** Softmax over the hits of each question, by gradient descent on features of equal spread. */
function fitRanking(list: readonly Asked[]): number[] {
  const examples = list.filter(({ wanted, ranking }) =>
    ranking.candidates.some(({ id }) => wanted.includes(id)),
  );
  const candidates = examples.flatMap(({ ranking }) => ranking.candidates);
  const table = tableOf(candidates.map(({ features }) => features));
  const right = examples.flatMap(({ wanted, ranking }) =>
    ranking.candidates.map(({ id }) => (wanted.includes(id) ? 1 : 0)),
  );
  const spread = scale(table);
  const total = examples.reduce((sum, each) => sum + weightOf(each), 0);
  const scaled = spread.map(() => 0);
  descend(scaled, 200, () => {
    const gradient = scaled.map((weight) => L2 * weight);
    const ranks = products(table, scaled);
    let start = 0;
    for (const example of examples) {
      const end = start + example.ranking.candidates.length;
      const errors = errorsOf(ranks.subarray(start, end), right.slice(start, end));
      for (const [at, error] of errors.entries())
        addRow(gradient, table, start + at, (error * weightOf(example)) / total);
      start = end;
    }
    return gradient;
  });
  return scaled.map((weight, at) => weight / (spread[at] ?? 1));
}

function weightOf({ own }: Asked): number {
  return own ? 1 : DEVELOPMENT_WEIGHT;
}

/** How far the chance of each hit is from what it should be. */
function errorsOf(ranks: Float64Array, right: readonly number[]): readonly number[] {
  const top = Math.max(...ranks);
  const powers = Array.from(ranks, (rank) => Math.exp(rank - top));
  const all = powers.reduce((sum, power) => sum + power, 0);
  const good = powers.reduce((sum, power, at) => sum + power * (right[at] ?? 0), 1e-12);
  return powers.map((power, at) => power / all - (power * (right[at] ?? 0)) / good);
}

/** Logistic regression; the bias is then set so that no more of the development set is refused than may be. */
function fitVerdict(all: readonly (Asked & { readonly evidence: readonly number[] })[]): {
  weights: number[];
  bias: number;
} {
  const judged = all.filter(({ evidence }) => evidence.length > 0);
  const table = tableOf(judged.map(({ evidence }) => evidence));
  const spread = scale(table);
  const worth = judged.map(({ wanted, own }) => verdictWorth[`${own}-${wanted.length > 0}`]);
  const total = worth.reduce((sum, each) => sum + each, 0);
  const scaled = [...spread.map(() => 0), 0];
  descend(scaled, 600, () => {
    const constant = scaled[spread.length] ?? 0;
    const gradient = scaled.map((weight, at) => (at < spread.length ? 0.003 * weight : 0));
    for (const [at, value] of products(table, scaled).entries()) {
      const yes = (judged[at]?.wanted.length ?? 0) > 0 ? 1 : 0;
      const error = ((1 / (1 + Math.exp(-value - constant)) - yes) * (worth[at] ?? 0)) / total;
      addRow(gradient, table, at, error);
      gradient[spread.length] = (gradient[spread.length] ?? 0) + error;
    }
    return gradient;
  });
  const weights = spread.map((each, at) => (scaled[at] ?? 0) / each);
  const values = judged
    .filter(({ own, wanted }) => !own && wanted.length > 0)
    .map(({ evidence }) => product(evidence, weights))
    .sort((a, b) => a - b);
  return { weights, bias: -(values[Math.floor(REFUSED * values.length)] ?? 0) };
}

/** Adam, in place. */
function descend(weights: number[], rounds: number, gradientOf: () => readonly number[]): void {
  const first = weights.map(() => 0);
  const second = weights.map(() => 0);
  for (let round = 1; round <= rounds; round += 1)
    for (const [at, slope] of gradientOf().entries()) {
      first[at] = 0.9 * (first[at] ?? 0) + 0.1 * slope;
      second[at] = 0.999 * (second[at] ?? 0) + 0.001 * slope * slope;
      const step = (first[at] ?? 0) / (1 - 0.9 ** round);
      const size = Math.sqrt((second[at] ?? 0) / (1 - 0.999 ** round)) + 1e-8;
      weights[at] = (weights[at] ?? 0) - (0.05 * step) / size;
    }
}

function tableOf(rows: readonly (readonly number[])[]): Table {
  const width = rows[0]?.length ?? 0;
  const table = { width, rows: new Float64Array(rows.length * width) };
  for (const [at, row] of rows.entries()) table.rows.set(row, at * width);
  return table;
}

/** Gives each column the same spread, and returns what it was. */
function scale({ width, rows }: Table): number[] {
  const count = rows.length / width;
  const means = range(width).map(() => 0);
  const squares = range(width).map(() => 0);
  for (const [at, value] of rows.entries()) {
    means[at % width] = (means[at % width] ?? 0) + value / count;
    squares[at % width] = (squares[at % width] ?? 0) + value ** 2 / count;
  }
  const spread = squares.map((square, at) => Math.sqrt(Math.max(0, square - (means[at] ?? 0) ** 2)) + 1e-6);
  for (const [at, value] of rows.entries()) rows[at] = value / (spread[at % width] ?? 1);
  return spread;
}

/** Each row times the weights. */
function products({ width, rows }: Table, weights: readonly number[]): Float64Array {
  const values = new Float64Array(rows.length / width);
  for (let row = 0; row < values.length; row += 1) {
    let value = 0;
    for (let at = 0; at < width; at += 1) value += (rows[row * width + at] ?? 0) * (weights[at] ?? 0);
    values[row] = value;
  }
  return values;
}

function addRow(sums: number[], { width, rows }: Table, row: number, factor: number): void {
  for (let at = 0; at < width; at += 1) sums[at] = (sums[at] ?? 0) + factor * (rows[row * width + at] ?? 0);
}

function product(features: readonly number[], weights: readonly number[]): number {
  return features.reduce((total, each, at) => total + each * (weights[at] ?? 0), 0);
}

function hash(text: string): number {
  let value = 7;
  for (const char of text) value = (value * 31 + char.charCodeAt(0)) >>> 0;
  return value >>> 3;
}

function share(count: number, all: readonly unknown[]): string {
  return (count / all.length).toFixed(3);
}

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => at);
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}
