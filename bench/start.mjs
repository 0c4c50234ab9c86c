// Start-up as a client sees it: from spawn to the answer of `initialize`, beside other programs in the same run, and
// to the answer of the first call of a tool: `npm run bench:start -- [RUNS]`. CPU time is that of all threads up to
// the answer, user and system.
import { spawn, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { initialize } from "./initialize.mjs";

const bench = dirname(fileURLToPath(import.meta.url));
const RUNS = Number(process.argv[2] ?? 15);

/** Bare Node from spawn to exit; what it used it says itself. */
const nothing = () => {
  const start = performance.now();
  spawnSync(process.execPath, ["-e", "0"]);
  const wall = performance.now() - start;
  const usage = "const { userCPUTime, systemCPUTime } = process.resourceUsage();";
  const { stdout } = spawnSync(process.execPath, [
    "-e",
    `process.on("exit", () => { ${usage} require("fs").writeSync(1, String(userCPUTime + systemCPUTime)); })`,
  ]);
  return Promise.resolve({ wall, cpu: Number(stdout) / 1000 });
};

/** What a client sends before and with its first call. */
const call = (name, args) =>
  [
    { jsonrpc: "2.0", method: "notifications/initialized" },
    { jsonrpc: "2.0", id: 2, method: "tools/call", params: { name, arguments: args } },
  ]
    .map((message) => `${JSON.stringify(message)}\n`)
    .join("");

const policy = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: ["s3:GetObject", "iam:PassRole"], Resource: "*" }],
});

const calls = {
  search_facts: { query: "How long can a chained role session last?" },
  get_fact: { id: "sts-role-chaining-one-hour" },
  lookup_iam: { name: "s3:GetObject" },
  check_policy: { policy },
};

/** Wall time to the answer of `initialize`, or of the call after it, and the process's memory and CPU time at that moment. */
const server = (program, message = "") =>
  new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, [join(bench, program)], { stdio: ["pipe", "pipe", "ignore"] });
    let answers = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      answers += text;
      const last = answers.split("\n").find((line) => line.includes(`"id":${message ? 2 : 1}`));
      if (!answers.endsWith("\n") || last === undefined) return;
      const wall = performance.now() - start;
      const cpu = cpuTime(child.pid);
      const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
      const memory = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
      const { error, result } = JSON.parse(last);
      child.once("exit", () =>
        error || result.isError ? reject(new Error(last)) : resolve({ wall, cpu, memory }),
      );
      child.kill("SIGKILL");
    });
    child.stdin.write(initialize + message);
  });

/** Milliseconds that the threads of a process have run. */
function cpuTime(pid) {
  const threads = readdirSync(`/proc/${pid}/task`);
  return threads.reduce((sum, thread) => {
    const [ran] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ");
    return sum + Number(ran) / 1e6;
  }, 0);
}

const cases = {
  "node -e 0": nothing,
  "no SDK, no content": () => server("start-bare.mjs"),
  "smallest SDK server": () => server("start-sdk.mjs"),
  "iam-pitfalls-mcp": () => server("../dist/main.js"),
  ...Object.fromEntries(
    Object.entries(calls).map(([name, args]) => [
      `  first ${name}`,
      () => server("../dist/main.js", call(name, args)),
    ]),
  ),
};

const samples = Object.fromEntries(Object.keys(cases).map((name) => [name, []]));
for (let run = 0; run <= RUNS; run += 1)
  for (const [name, measure] of Object.entries(cases)) {
    const sample = await measure();
    if (run > 0) samples[name].push(sample);
  }

/** Minimum and median. */
const spread = (name, field) => {
  const sorted = samples[name].map((sample) => sample[field] ?? 0).sort((a, b) => a - b);
  return [sorted[0], sorted[sorted.length >> 1]];
};
const columns = (values, digits) => values.map((value) => value.toFixed(digits).padStart(8)).join("");

console.log(`Node ${process.version}, ${RUNS} runs, each row in every run`);
console.log(
  `${"".padEnd(22)} wall ms: min  median   of node -e 0   CPU ms: min  median   of node -e 0   MiB`,
);
const base = { wall: spread("node -e 0", "wall"), cpu: spread("node -e 0", "cpu") };
for (const name of Object.keys(cases)) {
  const ratios = (field) => spread(name, field).map((value, at) => value / base[field][at]);
  const parts = ["wall", "cpu"].map(
    (field) => `${columns(spread(name, field), 1)} ${columns(ratios(field), 2)}`,
  );
  const [, memory] = spread(name, "memory");
  console.log(`${name.padEnd(22)} ${parts.join("  ")} ${memory ? memory.toFixed(1).padStart(7) : ""}`);
}
