// The whole test suite on other versions of Node, in a clean clone of what is committed:
// `npm run test:nodes -- [VERSION…] [--outside]`. A version is what npm's `node` packages take: 24, 22.12, 20.19.0.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const args = process.argv.slice(2);
const given = args.filter((arg) => !arg.startsWith("--"));
const versions = given.length > 0 ? given : ["20", "22", "24"];
const scripts = args.includes("--outside") ? ["test", "test:outside"] : ["test"];
const platform = process.platform === "win32" ? "win" : process.platform;
const binaries = `node-${platform}-${process.arch}`;

const folder = mkdtempSync(join(tmpdir(), "nodes-"));
const clone = join(folder, "clone");
const quiet = ["--no-audit", "--no-fund"];
const failed = [];
try {
  run("git", ["clone", "--quiet", root, clone], folder);
  run("npm", ["ci", ...quiet], clone);
  for (const version of versions) {
    const prefix = join(folder, version);
    run("npm", ["install", "--no-save", ...quiet, "--prefix", prefix, `${binaries}@${version}`], folder);
    const bin = join(prefix, "node_modules", binaries, "bin");
    const env = { ...process.env, PATH: [bin, process.env.PATH].join(delimiter) };
    const name = spawnSync("node", ["--version"], { env, encoding: "utf8" }).stdout.trim();
    for (const script of scripts) {
      console.log(`\n${name}: npm run ${script}`);
      const { status } = spawnSync("npm", ["run", "--silent", script], { cwd: clone, env, stdio: "inherit" });
      if (status !== 0) failed.push(`${name} ${script}`);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(failed.length === 0 ? `\nAll of ${versions.join(", ")} pass.` : `\nFailed: ${failed.join(", ")}`);
process.exitCode = failed.length === 0 ? 0 : 1;

function run(command, parameters, cwd) {
  const { status } = spawnSync(command, parameters, { cwd, stdio: "inherit" });
  if (status !== 0) throw new Error(`${command} ${parameters[0]} ended with ${status}`);
}
