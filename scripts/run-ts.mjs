// Runs a TypeScript program of this repository: `node scripts/run-ts.mjs bench/agreement.ts ARGS`.
// Node 20 cannot, so it is bundled first; packages stay where they are.
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const [file, ...args] = process.argv.slice(2);
if (!file) {
  console.error("Usage: node scripts/run-ts.mjs FILE [ARGS]");
  process.exit(2);
}

const outfile = join(root, "node_modules/.cache", `${basename(file, ".ts")}.mjs`);
await build({
  entryPoints: [resolve(file)],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  logLevel: "error",
});
process.argv = [process.argv[0], outfile, ...args];
await import(pathToFileURL(outfile).href);
