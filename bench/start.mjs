// Start-up as a client sees it: from spawn to the answer of `initialize`, beside bare Node in the same run.
import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const RUNS = Number(process.argv[2] ?? 15);

const initialize = `${JSON.stringify({
  jsonrpc: "2.0",
  id: 1,
  method: "initialize",
  params: { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "bench", version: "1" } },
})}\n`;

const bare = () => {
  const start = performance.now();
  spawnSync(process.execPath, ["-e", "0"]);
  return Promise.resolve({ wall: performance.now() - start });
};

/** Wall time to the first line on stdout, and the process's memory and CPU time at that moment. */
const server = (args) =>
  new Promise((resolve) => {
    const start = performance.now();
    const child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "ignore"] });
    child.stdout.once("data", () => {
      const wall = performance.now() - start;
      const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
      const memory = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
      child.once("exit", () => resolve({ wall, memory }));
      child.kill("SIGKILL");
    });
    child.stdin.write(initialize);
  });

const cases = {
  "node -e 0": bare,
  "iam-pitfalls-mcp": () => server([join(root, "dist/main.js")]),
};

const samples = Object.fromEntries(Object.keys(cases).map((name) => [name, []]));
for (let run = 0; run <= RUNS; run += 1)
  for (const [name, measure] of Object.entries(cases)) {
    const sample = await measure();
    if (run > 0) samples[name].push(sample);
  }

const sorted = (name, field) => samples[name].map((sample) => sample[field] ?? 0).sort((a, b) => a - b);
const base = sorted("node -e 0", "wall");
for (const name of Object.keys(cases)) {
  const wall = sorted(name, "wall");
  const median = wall[wall.length >> 1];
  const ratio = median / base[base.length >> 1];
  const memory = sorted(name, "memory").at(-1);
  console.log(
    `${name.padEnd(20)} wall ms: min ${wall[0].toFixed(1)} median ${median.toFixed(1)}  ratio: min ${(wall[0] / base[0]).toFixed(2)} median ${ratio.toFixed(2)}${memory ? `  memory at initialize: ${memory.toFixed(1)} MiB` : ""}`,
  );
}
