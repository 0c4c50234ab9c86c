// The licences of everything that the build copies into `dist/`, as these licences ask.
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const PERMISSIVE = ["0BSD", "Apache-2.0", "BlueOak-1.0.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT"];

/**
 * One text with the licence of each package. `inputs` are the files that the bundler read, `data` the folders of
 * packages whose data was compiled. A licence that may not be shipped this way fails the build.
 */
export function collectLicenses(inputs, data) {
  const folders = new Set([...inputs.flatMap(packageFolder), ...data]);
  const entries = [...folders].map(describePackage);
  const byName = new Map(entries.map((entry) => [entry.heading, entry]));
  return [...byName.values()]
    .sort((a, b) => (a.heading < b.heading ? -1 : 1))
    .map(({ heading, text }) => `${heading}\n${"=".repeat(heading.length)}\n\n${text.trim()}\n`)
    .join("\n\n");
}

/** The folder of the package that a file belongs to; none for a file of ours. */
function packageFolder(input) {
  const [folder] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input) ?? [];
  return folder === undefined ? [] : [resolve(folder)];
}

function describePackage(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  if (!PERMISSIVE.includes(license))
    throw new Error(`${name} has the licence ${license}: it cannot be bundled`);
  const file = readdirSync(folder).find((entry) => /^(?:licen[cs]e|copying)(?:\.|-|$)/i.test(entry));
  if (file === undefined) throw new Error(`${name} has no licence file: it cannot be bundled`);
  return { heading: `${name} ${version} (${license})`, text: readFileSync(join(folder, file), "utf8") };
}
