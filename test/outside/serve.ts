import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { z } from "zod";
import { root } from "./clients/real-client.ts";

export interface Served {
  readonly url: string;
  stop(): Promise<void>;
}

/** The built program, serving HTTP on a free port of this machine. */
export async function serve(): Promise<Served> {
  const args = ["dist/main.js", "serve", "--http", "--port", "0"];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "ignore", "pipe"] });
  const stop = async () => {
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    await ended;
  };
  const lines = createInterface({ input: child.stderr });
  for await (const line of lines) {
    const { data } = z
      .object({ message: z.literal("listening"), url: z.string() })
      .safeParse(JSON.parse(line));
    if (data) {
      lines.close();
      child.stderr.resume();
      return { url: data.url, stop };
    }
  }
  throw new Error("The server ended before it listened");
}
