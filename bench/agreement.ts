// Compares the policy check with recorded answers of AWS IAM Access Analyzer:
// `npm run bench:agreement -- FOLDER [--all]`, FOLDER with recorded.jsonl.gz and clean-*.jsonl.gz.
import { readFileSync } from "node:fs";
import { Catalog } from "../src/policy/catalog/catalog.ts";
import { type Agreement, compare, type Difference, summarize } from "./compare-answers.ts";
import { loadAnswers, loadFirstSeen } from "./recorded-corpus.ts";

const [folder, ...flags] = process.argv.slice(2);
if (folder === undefined) {
  console.error("Usage: npm run bench:agreement -- FOLDER [--all]");
  process.exit(2);
}

const catalog = new Catalog(JSON.parse(readFileSync("dist/catalog.json", "utf8")));
const firstSeen = loadFirstSeen(folder);
const comparisons = loadAnswers(folder).map((answer) => compare(answer, catalog, firstSeen));
console.log(`Service authorization data of ${catalog.dataAsOf}\n`);

const current = summarize(comparisons.filter(({ answer }) => answer.current));
const latest = summarize(comparisons.filter(({ answer }) => answer.latestForDoc || answer.current));
const all = summarize(comparisons);
print("Current policies with AWS's current answer", current);
print("The last answer for each document, older documents included", latest);
print("Every recorded answer", all);
list("Differences on current policies", current.differences);
list(
  "Differences on older answers",
  all.differences.filter((difference) => !difference.current && difference.explained === undefined),
);
list(
  "Explained by the date of the answer",
  all.differences.filter((difference) => difference.explained !== undefined),
);

function print(title: string, agreement: Agreement): void {
  const { policies, identical, explained, share, codes } = agreement;
  console.log(`${title}: ${identical} of ${policies} identical; ${explained} differ by the date alone`);
  console.log(`Share of identical policies, the latter left out: ${percent(share)}`);
  console.log(`${"issue code".padEnd(56)} both  here   AWS dated  precision  recall`);
  for (const code of codes) {
    const counts = [code.both, code.onlyHere, code.onlyAws, code.explained];
    const numbers = counts.map((count) => String(count).padStart(5)).join(" ");
    console.log(
      `${code.issueCode.padEnd(56)}${numbers}  ${percent(code.precision).padStart(9)}${percent(code.recall).padStart(8)}`,
    );
  }
  console.log("");
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}

function list(title: string, differences: readonly Difference[]): void {
  const shown = flags.includes("--all") ? differences : differences.slice(0, 40);
  console.log(`${title}: ${differences.length}`);
  for (const { name, date, side, issueCode, place, excerpt, explained } of shown)
    console.log(`  ${side} ${issueCode} ${name} ${date} ${place} ${excerpt} ${explained ?? ""}`);
  if (shown.length < differences.length) console.log("  … all of them with --all");
  console.log("");
}
