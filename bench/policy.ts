// Speed of the policy check: `npm run bench:policy -- [FOLDER]`. FOLDER holds recorded answers, whose documents
// are checked; without it only the growth with the size of a made-up document is measured.
import { readFileSync } from "node:fs";
import { Catalog } from "../src/policy/catalog/catalog.ts";
import { checkPolicy } from "../src/policy/check.ts";
import type { EscalationPath } from "../src/policy/escalation/path.ts";
import { loadAnswers, submittedText } from "./recorded-corpus.ts";

const [folder] = process.argv.slice(2);

const loading = performance.now();
const catalog = new Catalog(JSON.parse(readFileSync("dist/catalog.json", "utf8")));
const escalationPaths: readonly EscalationPath[] = JSON.parse(readFileSync("dist/escalation.json", "utf8"));
console.log(`catalogue of ${catalog.dataAsOf} read in ${milliseconds(performance.now() - loading)}`);

if (folder !== undefined) measureCorpus(folder);
measureGrowth();

function measureCorpus(from: string): void {
  const policies = loadAnswers(from)
    .filter(({ current }) => current)
    .map(({ name, document }) => ({ name, text: submittedText(document) }));
  for (const run of ["cold", "warm"]) {
    const timed = policies.map(({ name, text }) => ({ name, size: text.length, time: timeOf(text) }));
    const total = timed.reduce((sum, { time }) => sum + time, 0);
    console.log(
      `${run}: ${policies.length} policies in ${milliseconds(total)}, ${Math.round((1000 * policies.length) / total)} per second`,
    );
    for (const { name, size, time } of timed.sort((a, b) => b.time - a.time).slice(0, 5))
      console.log(`  ${milliseconds(time).padStart(10)}  ${name} (${size} characters)`);
  }
}

/** One statement repeated: the time should grow as the document does. */
function measureGrowth(): void {
  const statement = (index: number): unknown => ({
    Sid: `S${index}`,
    Effect: "Allow",
    Action: ["s3:GetObject", "ec2:Describe*", `s3:Get${index}*`],
    Resource: [`arn:aws:s3:::bucket-${index}/*`, `arn:aws:ec2:*:123456789012:instance/i-${index}`],
    Condition: { StringEquals: { "aws:ResourceTag/team": `team-${index}` } },
  });
  for (const size of [1_000, 10_000, 100_000, 1_000_000]) {
    const statements: unknown[] = [];
    let text = "";
    for (let length = 0; length < size; length += JSON.stringify(statements.at(-1)).length)
      statements.push(statement(statements.length));
    text = JSON.stringify({ Version: "2012-10-17", Statement: statements });
    timeOf(text);
    const time = timeOf(text);
    console.log(
      `${String(text.length).padStart(9)} characters: ${milliseconds(time)}, ${((1000 * time) / text.length).toFixed(2)} ms per 1,000`,
    );
  }
}

function timeOf(policy: string): number {
  const start = performance.now();
  checkPolicy({ policy, policyType: "identity" }, { catalog, escalationPaths });
  return performance.now() - start;
}

function milliseconds(time: number): string {
  return `${time.toFixed(1)} ms`;
}
