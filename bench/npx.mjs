// What the first launch by `npx` costs, download apart: the packed tarball, an empty npm cache and an empty folder.
// Beside it the launch by name of what is installed by then: `npm run bench:npx -- [RUNS]`.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { initialize } from "./initialize.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const RUNS = Number(process.argv[2] ?? 5);

const offline = { npm_config_offline: "true", npm_config_update_notifier: "false" };

const folder = mkdtempSync(join(tmpdir(), "npx-"));
try {
  const args = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder];
  const { stdout } = spawnSync("npm", args, { cwd: root, encoding: "utf8" });
  const [{ filename, unpackedSize }] = JSON.parse(stdout);
  const tarball = join(folder, filename);
  const first = [];
  const installed = [];
  for (let run = 0; run < RUNS; run += 1) {
    const home = join(folder, String(run));
    mkdirSync(home);
    const env = { ...offline, PATH: process.env.PATH, HOME: home, npm_config_cache: join(home, "cache") };
    first.push(await launch("npx", ["--yes", "--package", tarball, "iam-pitfalls-mcp"], { cwd: home, env }));
    const cached = join(home, "cache/_npx");
    const bin = join(cached, readdirSync(cached)[0], "node_modules/.bin/iam-pitfalls-mcp");
    installed.push(await launch(bin, [], { cwd: home, env }));
  }
  console.log(
    `Node ${process.version}, npm ${spawnSync("npm", ["-v"], { encoding: "utf8" }).stdout.trim()}, ${RUNS} runs; tarball ${megabytes(statSync(tarball).size)}, unpacked ${megabytes(unpackedSize)}`,
  );
  console.log(`first launch, nothing cached, to the answer of initialize: ${spread(first)}`);
  console.log(`launch by name of what is installed: ${spread(installed)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Milliseconds to the answer of `initialize`. */
function launch(command, args, options) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(command, args, { ...options, stdio: ["pipe", "pipe", "inherit"] });
    let ms;
    child.stdout.once("data", () => {
      ms = performance.now() - start;
      child.stdin.end();
    });
    child.once("exit", (code) =>
      ms === undefined ? reject(new Error(`${command} ended with ${code}`)) : resolve(ms),
    );
    child.stdin.write(initialize);
  });
}

function spread(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return `min ${Math.round(sorted[0])} ms, median ${Math.round(sorted[sorted.length >> 1])} ms`;
}

function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
