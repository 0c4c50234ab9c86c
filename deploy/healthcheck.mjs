// The image's HEALTHCHECK. Over HTTP it asks /healthz; over stdio the process that runs is all there is to know.
import { readFileSync } from "node:fs";

const args = readFileSync("/proc/1/cmdline", "utf8").split("\0");
const at = args.indexOf("--port");
const port = at < 0 ? 3000 : Number(args[at + 1]);
if (args.includes("--http")) {
  const { ok } = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(3000) });
  process.exitCode = ok ? 0 : 1;
}
