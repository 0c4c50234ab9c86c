// Builds what is shipped: `dist/`. The data first (facts), then the program.
import { mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const dist = join(root, "dist");

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
await compileData();

/** `compile-data.ts` uses the program's own loaders, so it is bundled before Node 20 can run it. */
async function compileData() {
  const outfile = join(root, "node_modules/.cache/compile-data.mjs");
  await build({
    entryPoints: [join(root, "scripts/compile-data.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "error",
  });
  const { compileData } = await import(pathToFileURL(outfile).href);
  compileData(root, dist);
}
