// Fits `src/search/weights.ts` to one half of the development set: `npm run fit:search`. The other half never
// takes part, and five folds of the fitted half say how far the fit holds on questions that it has not seen.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadFolder } from "../src/knowledge/load-folder.ts";
import type { Candidate, Ranking } from "../src/search/search.ts";
import { readQuestions } from "../test/support/questions.ts";
import { half, makeSearch } from "../test/support/search.ts";

interface Example {
  readonly candidates: readonly Candidate[];
  readonly right: readonly boolean[];
}

interface Judged {
  readonly evidence: readonly number[];
  readonly answerable: boolean;
}

const FOLDS = 5;
const L2 = 0.01;

const root = process.cwd();
const { facts } = loadFolder(join(root, "knowledge/facts"));
const search = makeSearch(facts, root);
const ids = new Set(facts.map(({ id }) => id));
const questions = readQuestions(join(root, "test/search/questions.yaml")).filter(
  (question) =>
    half(question.text) === "fitted" && (question.ids.length === 0 || question.ids.some((id) => ids.has(id))),
);

const examples = questions.flatMap(({ text, ids: wanted }): Example[] => {
  const { candidates } = search.rank(text);
  const right = candidates.map(({ id }) => wanted.includes(id));
  return right.includes(true) ? [{ candidates, right }] : [];
});
const rankWeights = fitRanking(examples);
const folds = range(FOLDS).map((fold) => {
  const weights = fitRanking(examples.filter((_, at) => at % FOLDS !== fold));
  return examples.filter((example, at) => at % FOLDS === fold && isFirst(example, weights)).length;
});
const answerable = questions.filter((question) => question.ids.length > 0).length;
console.log(`first, ${FOLDS} folds: ${(sum(folds) / answerable).toFixed(3)}`);

const reranked = makeSearch(facts, root);
const judged = questions.map(({ text, ids: wanted }): Judged => {
  const ranking = rerank(reranked.rank(text));
  return { evidence: ranking, answerable: wanted.length > 0 };
});
const { weights, bias } = fitVerdict(judged);
const { none, hit } = refusals(judged, weights, bias);
console.log(`none: off topic ${none.toFixed(3)}, answerable ${hit.toFixed(3)}`);
const crossed = range(FOLDS).flatMap((fold) => {
  const fitted = fitVerdict(judged.filter((_, at) => at % FOLDS !== fold));
  return judged
    .filter((_, at) => at % FOLDS === fold)
    .map((each) => ({ ...each, refused: value(each.evidence, fitted.weights) + fitted.bias < 0 }));
});
const share = (list: readonly { refused: boolean }[]): string =>
  (list.filter(({ refused }) => refused).length / list.length).toFixed(3);
console.log(
  `none, ${FOLDS} folds: off topic ${share(crossed.filter((each) => !each.answerable))}, answerable ${share(crossed.filter((each) => each.answerable))}`,
);

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

/** The evidence as it will be with the new weights: rank and lead come from them. */
function rerank({ candidates, evidence }: Ranking): readonly number[] {
  const ranked = candidates
    .map(({ features }) => ({ features, rank: value(features, rankWeights) }))
    .sort((a, b) => b.rank - a.rank);
  const [first] = ranked;
  if (!first) return evidence;
  return [
    ...first.features.slice(0, 6),
    first.rank / 10,
    (first.rank - (ranked[4]?.rank ?? 0)) / 10,
    ...evidence.slice(8),
  ];
}

function isFirst({ candidates, right }: Example, weights: readonly number[]): boolean {
  const ranks = candidates.map(({ features }) => value(features, weights));
  return right[ranks.indexOf(Math.max(...ranks))] === true;
}

/** Softmax over the candidates of each question, by gradient descent on features of equal spread. */
function fitRanking(list: readonly Example[]): number[] {
  const spread = spreads(list.flatMap(({ candidates }) => candidates.map(({ features }) => features)));
  const scaled = spread.map(() => 0);
  descend(scaled, 400, () => {
    const gradient = scaled.map((weight) => L2 * weight);
    const current = unscale(scaled, spread);
    for (const example of list)
      for (const { features, error } of errorsOf(example, current))
        for (const [each, feature] of features.entries())
          gradient[each] = (gradient[each] ?? 0) + (error * feature) / (spread[each] ?? 1) / list.length;
    return gradient;
  });
  return unscale(scaled, spread);
}

/** How far the chance of each candidate is from what it should be. */
function errorsOf(
  { candidates, right }: Example,
  weights: readonly number[],
): { features: readonly number[]; error: number }[] {
  const ranks = candidates.map(({ features }) => value(features, weights));
  const top = Math.max(...ranks);
  const powers = ranks.map((rank) => Math.exp(rank - top));
  const all = sum(powers);
  const good = Math.max(sum(powers.filter((_, at) => right[at])), 1e-12);
  return candidates.map(({ features }, at) => {
    const power = powers[at] ?? 0;
    return { features, error: power / all - (right[at] ? power / good : 0) };
  });
}

/** Logistic regression with both classes of equal weight; the bias is then set to where the errors are least. */
function fitVerdict(list: readonly Judged[]): { weights: number[]; bias: number } {
  const spread = spreads(list.map(({ evidence }) => evidence));
  const scaled = [...spread.map(() => 0), 0];
  const answered = list.filter((each) => each.answerable).length;
  descend(scaled, 600, () => {
    const current = unscale(scaled.slice(0, -1), spread);
    const gradient = scaled.map((weight, at) => (at < spread.length ? L2 * weight : 0));
    for (const { evidence, answerable: yes } of list) {
      const chance = 1 / (1 + Math.exp(-value(evidence, current) - (scaled.at(-1) ?? 0)));
      const error = (chance - (yes ? 1 : 0)) / (2 * (yes ? answered : list.length - answered));
      for (const [at, each] of evidence.entries())
        gradient[at] = (gradient[at] ?? 0) + (error * each) / (spread[at] ?? 1);
      gradient[spread.length] = (gradient[spread.length] ?? 0) + error;
    }
    return gradient;
  });
  const weights = unscale(scaled.slice(0, -1), spread);
  const biases = list.map(({ evidence }) => -value(evidence, weights));
  // The bars are 0.90 of the off-topic questions and 0.05 of the others: one error of the second kind weighs double.
  const cost = (bias: number): number => {
    const { none, hit } = refusals(list, weights, bias);
    return 1 - none + 2 * hit;
  };
  const bias = biases.reduce((best, each) => (cost(each) < cost(best) ? each : best), biases[0] ?? 0);
  return { weights, bias };
}

function refusals(
  list: readonly Judged[],
  weights: readonly number[],
  bias: number,
): { none: number; hit: number } {
  const refused = (yes: boolean): number => {
    const asked = list.filter((each) => each.answerable === yes);
    return asked.filter(({ evidence }) => value(evidence, weights) + bias < 0).length / asked.length;
  };
  return { none: refused(false), hit: refused(true) };
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

function spreads(rows: readonly (readonly number[])[]): number[] {
  return (rows[0] ?? []).map((_, column) => {
    const mean = sum(rows.map((row) => row[column] ?? 0)) / rows.length;
    return Math.sqrt(sum(rows.map((row) => ((row[column] ?? 0) - mean) ** 2)) / rows.length) + 1e-6;
  });
}

function unscale(weights: readonly number[], spread: readonly number[]): number[] {
  return spread.map((each, at) => (weights[at] ?? 0) / each);
}

function value(features: readonly number[], weights: readonly number[]): number {
  return features.reduce((total, each, at) => total + each * (weights[at] ?? 0), 0);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => at);
}

function round(number: number): number {
  return Math.round(number * 1000) / 1000;
}
