// Speed of the policy check: `npm run bench:policy -- [FOLDER]`. FOLDER holds recorded answers, whose documents
// are the typical ones; without it the examples of the rules stand for them.
import { readFileSync } from "node:fs";
import { Catalog } from "../src/policy/catalog/catalog.ts";
import { checkPolicy } from "../src/policy/check.ts";
import type { EscalationPath } from "../src/policy/escalation/path.ts";
import type { PolicyType } from "../src/policy/model.ts";
import { MAX_POLICY_CHARACTERS } from "../src/policy/policy-size.ts";
import { rules } from "../src/policy/rules/index.ts";
import { hostileDocuments } from "../test/support/hostile-documents.ts";
import { loadAnswers, submittedText } from "./recorded-corpus.ts";

interface Timed {
  readonly name: string;
  readonly size: number;
  readonly time: number;
}

const WARM_ROUNDS = 5;

const [folder] = process.argv.slice(2);

const loading = performance.now();
const catalog = new Catalog(JSON.parse(readFileSync("dist/catalog.json", "utf8")));
const escalationPaths: readonly EscalationPath[] = JSON.parse(readFileSync("dist/escalation.json", "utf8"));
console.log(`catalogue of ${catalog.dataAsOf} read in ${milliseconds(performance.now() - loading)}`);
const loadedMemory = process.memoryUsage().heapUsed;

measureTypical();
console.log(
  `memory after them: ${mebibytes(process.memoryUsage().heapUsed)} of heap, ${mebibytes(loadedMemory)} before the first`,
);
measureGrowth();
measureHostile();

function typicalPolicies(): readonly { readonly name: string; readonly text: string }[] {
  if (folder === undefined)
    return rules.map(({ issueCode, examples }) => ({
      name: issueCode,
      text: examples.good.policy.replace(/[⟦⟧]/g, ""),
    }));
  return loadAnswers(folder)
    .filter(({ current }) => current)
    .map(({ name, document }) => ({ name, text: submittedText(document) }));
}

/** Each policy once from a cold start, then the best of several rounds: what the check itself takes. */
function measureTypical(): void {
  const policies = typicalPolicies();
  const round = (): readonly Timed[] =>
    policies.map(({ name, text }) => ({ name, size: text.length, time: timeOf(text, "identity") }));
  const cold = round();
  printTypical("cold", cold);
  const rounds = Array.from({ length: WARM_ROUNDS }, round);
  const warm = cold.map((policy, index) => ({
    ...policy,
    time: Math.min(...rounds.map((each) => each[index]?.time ?? Number.POSITIVE_INFINITY)),
  }));
  printTypical("warm", warm);
  for (const { name, size, time } of warm.toSorted((a, b) => b.time - a.time).slice(0, 5))
    console.log(`  ${milliseconds(time).padStart(10)}  ${name} (${size} characters)`);
}

function printTypical(state: string, timed: readonly Timed[]): void {
  const total = timed.reduce((sum, { time }) => sum + time, 0);
  const sorted = timed.map(({ time }) => time).sort((a, b) => a - b);
  const at = (share: number): string => milliseconds(sorted[Math.floor(share * sorted.length)] ?? 0);
  console.log(
    `${state}: ${timed.length} policies in ${milliseconds(total)}, ${Math.round((1000 * timed.length) / total)} per second; mean ${milliseconds(total / timed.length)}, p50 ${at(0.5)}, p95 ${at(0.95)}, slowest ${at(1 - 1 / sorted.length)}`,
  );
}

/** One statement repeated: the time should grow as the document does. */
function measureGrowth(): void {
  console.log("\nGrowth of an ordinary document");
  const statement = (index: number): unknown => ({
    Sid: `S${index}`,
    Effect: "Allow",
    Action: ["s3:GetObject", "ec2:Describe*", `s3:Get${index}*`],
    Resource: [`arn:aws:s3:::bucket-${index}/*`, `arn:aws:ec2:*:123456789012:instance/i-${index}`],
    Condition: { StringEquals: { "aws:ResourceTag/team": `team-${index}` } },
  });
  let before: number | undefined;
  for (const size of [1_000, 10_000, 100_000, 990_000]) {
    const statements: unknown[] = [];
    for (let length = 0; length < size; length += JSON.stringify(statements.at(-1)).length + 1)
      statements.push(statement(statements.length));
    const text = JSON.stringify({ Version: "2012-10-17", Statement: statements });
    timeOf(text, "identity");
    const time = timeOf(text, "identity");
    console.log(
      `${String(text.length).padStart(9)} characters: ${milliseconds(time)}, ${((1000 * time) / text.length).toFixed(2)} ms per 1,000${ratio(before, time)}`,
    );
    before = time;
  }
}

/** The kinds of hostile documents, slowest first, each with the growth of its time at four times the pieces. */
function measureHostile(): void {
  console.log("\nHostile documents, slowest first: time for a 16th, a quarter and all of the pieces");
  const rows = hostileDocuments.map(({ name, type, make }) => {
    const most =
      [64_000, 16_000, 4_000].find((count) => make(count).length <= MAX_POLICY_CHARACTERS) ?? 1_000;
    const texts = [most / 16, most / 4, most].map(make);
    const times = texts.map((text) => timeOf(text, type));
    return { name: `${name}, ${most}`, size: texts.at(-1)?.length ?? 0, times };
  });
  for (const { name, size, times } of rows.toSorted(
    (a, b) => (b.times.at(-1) ?? 0) - (a.times.at(-1) ?? 0),
  )) {
    const shown = times.map((time) => milliseconds(time).padStart(11)).join("");
    console.log(`${name.padEnd(50)}${shown}${ratio(times.at(-2), times.at(-1) ?? 0)}  (${size} characters)`);
  }
}

function ratio(before: number | undefined, time: number): string {
  return before === undefined ? "" : `, ${(time / before).toFixed(1)} times the one before`;
}

function timeOf(policy: string, policyType: PolicyType): number {
  const start = performance.now();
  checkPolicy({ policy, policyType }, { catalog, escalationPaths });
  return performance.now() - start;
}

function milliseconds(time: number): string {
  return `${time.toFixed(time < 10 ? 2 : 1)} ms`;
}

function mebibytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(0)} MiB`;
}
