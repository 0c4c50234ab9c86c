// What clients notice of a replica that dies and of one that is drained: `npm run bench:fleet -- [REQUESTS A SECOND]
// [SECONDS]`. Three replicas stand behind a real nginx with deploy/nginx.conf, and are asked at a fixed rate.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Pool } from "undici";

const RATE = Number(process.argv[2] ?? 300);
const SECONDS = Number(process.argv[3] ?? 30);
const REPLICAS = 3;
/** As an orchestrator takes until a replica that ended is back. */
const RESTART_MS = 2000;
const CONNECTIONS = 64;
const WAITING = 16;

const root = process.cwd();
const folder = mkdtempSync(join(tmpdir(), "fleet-"));
// The workers of an nginx that root starts are somebody else.
chmodSync(folder, 0o755);

interface Replica {
  readonly port: number;
  child: ChildProcess;
}

async function run(): Promise<boolean> {
  const replicas: Replica[] = [];
  for (let count = 0; count < REPLICAS; count += 1) {
    const port = await freePort();
    replicas.push({ port, child: await startReplica(port) });
  }
  const address = `127.0.0.1:${await freePort()}`;
  await startNginx(address, replicas);
  const pool = new Pool(`http://${address}`, { connections: CONNECTIONS });
  await saturate(pool, 5);
  const before = cpuTime(replicas);
  const answered = await saturate(pool, 5);
  console.log(
    `At most ${Math.round(answered / 5)} requests/s with ${WAITING} clients that wait for their answers; CPU time in a replica: ${((cpuTime(replicas) - before) / answered).toFixed(1)} ms a request`,
  );
  const [, first, second] = replicas;
  const load = sendAll(pool);
  const events = [end(first, "SIGKILL", SECONDS / 3), end(second, "SIGTERM", (2 * SECONDS) / 3)];
  const samples = await load;
  await Promise.all(events);
  await pool.destroy();
  return report(samples);
}

/** Whatever was started, however the run ends. A killed nginx would leave its workers behind. */
const started = new Map<ChildProcess, NodeJS.Signals>();

async function stopAll(): Promise<void> {
  const running = [...started].filter(
    ([{ exitCode, signalCode }]) => exitCode === null && signalCode === null,
  );
  await Promise.all(
    running.map(async ([child, signal]) => {
      const gone = once(child, "exit");
      child.kill(signal);
      await gone;
    }),
  );
}

async function startReplica(port: number): Promise<ChildProcess> {
  const options = ["--port", String(port), "--rate-limit", "0", "--drain-delay", "2"];
  const child = spawn(process.execPath, ["dist/main.js", "serve", "--http", ...options], {
    env: { PATH: process.env["PATH"], IAM_PITFALLS_OFFLINE: "1" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  started.set(child, "SIGKILL");
  child.stderr?.resume();
  await until(`http://127.0.0.1:${port}/readyz`);
  return child;
}

/** deploy/nginx.conf with other addresses and files, and without the limit for a single client. */
async function startNginx(address: string, replicas: readonly Replica[]): Promise<void> {
  const conf = readFileSync(join(root, "deploy/nginx.conf"), "utf8")
    .replace("listen 8080;", `listen ${address};`)
    .replaceAll("/tmp/", `${folder}/`)
    .replace(/rate=\d+r\/s/, "rate=100000r/s");
  const servers = readFileSync(join(root, "deploy/upstream.conf"), "utf8");
  let next = 0;
  const upstream = servers.replaceAll(/^server \S+/gm, () => `server 127.0.0.1:${replicas[next++]?.port}`);
  writeFileSync(join(folder, "nginx.conf"), conf);
  writeFileSync(join(folder, "upstream.conf"), upstream);
  const nginx = spawn("nginx", ["-p", folder, "-c", join(folder, "nginx.conf"), "-g", "daemon off;"], {
    stdio: "ignore",
  });
  started.set(nginx, "SIGTERM");
  await until(`http://${address}/healthz`);
}

async function until(url: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error(`${url} does not answer`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
}

/** Ends a replica after so many seconds, and starts it anew when it is gone. */
async function end(replica: Replica | undefined, signal: NodeJS.Signals, seconds: number): Promise<void> {
  if (!replica) return;
  await sleep(seconds * 1000);
  const gone = once(replica.child, "exit");
  replica.child.kill(signal);
  await gone;
  await sleep(RESTART_MS);
  replica.child = await startReplica(replica.port);
}

/** Milliseconds that the replicas have run, all threads. */
function cpuTime(replicas: readonly Replica[]): number {
  const ticks = replicas.map(({ child }) => {
    const fields = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return Number(fields[11]) + Number(fields[12]);
  });
  // A tick is 10 ms on every Linux that Node runs on.
  return 10 * ticks.reduce((sum, count) => sum + count, 0);
}

interface Question {
  readonly name: string;
  readonly body: string;
}

const policies = [
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetObjekt","s3:ListBucket"],"Resource":"*"}]}',
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:PassRole","Resource":"*"},{"Effect":"Deny","Action":"ec2:*","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"false"}}}]}',
];

/** Calls of three tools in turn; neither questions nor ids come again soon. */
function* questions(): Generator<Question, never> {
  const facts: readonly { readonly id: string; readonly title: string }[] = JSON.parse(
    readFileSync(join(root, "dist/facts.json"), "utf8"),
  );
  for (let id = 0; ; id += 1) {
    const { id: fact, title } = facts[(id * 7) % facts.length] ?? { id: "", title: "" };
    yield [
      call(id, "search_facts", { query: title }),
      call(id, "check_policy", { policy: policies[id % policies.length] }),
      call(id, "get_fact", { id: fact }),
    ][id % 3] ?? call(id, "get_fact", { id: fact });
  }
}

function call(id: number, name: string, args: object): Question {
  const params = { name, arguments: args };
  return { name, body: JSON.stringify({ jsonrpc: "2.0", id, method: "tools/call", params }) };
}

/** What came back for one POST: an answer of the tool, or what was wrong. */
async function post(pool: Pool, { body }: Question): Promise<string | undefined> {
  try {
    const { statusCode, body: answer } = await pool.request({
      method: "POST",
      path: "/mcp",
      body,
      headers: { "content-type": "application/json", accept: "application/json, text/event-stream" },
    });
    const text = await answer.text();
    if (statusCode !== 200) return String(statusCode);
    return /^\{"result":.*,"id":\d+\}$/s.test(text) && !text.includes('"isError":true')
      ? undefined
      : "no result";
  } catch {
    return "connection";
  }
}

interface Sample {
  readonly name: string;
  /** From the moment at which it was due to the last answer, in ms. */
  readonly ms: number;
  /** What went wrong at the first attempt, and at the second. */
  readonly failures: readonly string[];
}

/** Reading tools may be asked twice: what a client does that meets a dead connection or a busy gateway. */
const RETRIED: ReadonlySet<string> = new Set(["connection", "502", "503", "504"]);

async function ask(pool: Pool, question: Question, due: number): Promise<Sample> {
  const first = await post(pool, question);
  const second = first !== undefined && RETRIED.has(first) ? await post(pool, question) : first;
  return {
    name: question.name,
    ms: performance.now() - due,
    failures: [first, second].filter((failure) => failure !== undefined),
  };
}

/** Requests at a fixed rate, whether those before are answered or not. */
async function sendAll(pool: Pool): Promise<readonly Sample[]> {
  const source = questions();
  const start = performance.now();
  const samples: Promise<Sample>[] = [];
  while (samples.length < RATE * SECONDS) {
    const due = start + (samples.length * 1000) / RATE;
    const wait = due - performance.now();
    if (wait > 0) await sleep(wait);
    samples.push(ask(pool, source.next().value, due));
  }
  return Promise.all(samples);
}

/** How many requests go through with some clients that each wait for their answer. */
async function saturate(pool: Pool, seconds: number): Promise<number> {
  const source = questions();
  const stop = performance.now() + seconds * 1000;
  let answered = 0;
  const client = async (): Promise<void> => {
    while (performance.now() < stop) {
      await post(pool, source.next().value);
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: WAITING }, client));
  return answered;
}

function report(samples: readonly Sample[]): boolean {
  const lost = samples.filter(({ failures }) => failures.length === 2);
  const failed = samples.filter(({ failures }) => failures.length > 0);
  console.log(
    `${samples.length} requests at ${RATE}/s for ${SECONDS} s; of ${REPLICAS} replicas one is killed after ${Math.round(SECONDS / 3)} s, one drained after ${Math.round((2 * SECONDS) / 3)} s`,
  );
  for (const name of new Set(samples.map((sample) => sample.name)))
    console.log(
      latencies(
        name,
        samples.filter((sample) => sample.name === name),
      ),
    );
  console.log(latencies("all", samples));
  console.log(`errors before a retry: ${failed.length} ${kinds(failed.map(({ failures }) => failures[0]))}`);
  console.log(`errors after one retry: ${lost.length} ${kinds(lost.map(({ failures }) => failures[1]))}`);
  return lost.length === 0;
}

function latencies(name: string, samples: readonly Sample[]): string {
  const ms = samples.map((sample) => sample.ms).sort((a, b) => a - b);
  const at = (share: number): string =>
    `${(ms[Math.min(ms.length - 1, Math.floor(ms.length * share))] ?? 0).toFixed(1)}`;
  return `${name.padEnd(14)} ms: p50 ${at(0.5)}  p90 ${at(0.9)}  p99 ${at(0.99)}  p99.9 ${at(0.999)}  max ${at(1)}`;
}

function kinds(failures: readonly (string | undefined)[]): string {
  const counts = new Map<string, number>();
  for (const failure of failures) counts.set(failure ?? "", (counts.get(failure ?? "") ?? 0) + 1);
  return [...counts].map(([kind, count]) => `${kind}: ${count}`).join(", ");
}

if (spawnSync("nginx", ["-v"]).error) {
  console.log("Skipped: there is no nginx on the PATH.");
  rmSync(folder, { recursive: true });
} else {
  try {
    process.exitCode = (await run()) ? 0 : 1;
  } finally {
    await stopAll();
    rmSync(folder, { recursive: true, force: true });
  }
}
