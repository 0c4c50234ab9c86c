import { execFile } from "node:child_process";
import { join } from "node:path";
import { z } from "zod";
import type { ClientMaker, Target } from "./real-client.ts";

const bin = join(import.meta.dirname, "../node_modules/.bin/mcp-inspector");

const Named = z.object({ name: z.string() });
const Tools = z.object({ result: z.object({ tools: z.array(Named) }) });
const Resources = z.object({ result: z.object({ resources: z.array(z.object({ uri: z.string() })) }) });

/** One process for each request, as people use it in a shell; it has no completion. */
export const inspector: ClientMaker = {
  name: "MCP Inspector --cli",
  open: async (target) => ({
    listTools: async () =>
      Tools.parse(JSON.parse((await run(target, "tools/list", "--strict")).stdout)).result.tools.map(
        ({ name }) => name,
      ),
    call: async (name, args) => {
      const { code, stdout } = await run(
        target,
        "tools/call",
        "--tool-name",
        name,
        "--tool-args-json",
        JSON.stringify(args),
      );
      return { text: stdout, isError: code === 5 };
    },
    read: async (uri) => (await run(target, "resources/read", "--uri", uri)).stdout,
    listResources: async () =>
      Resources.parse(JSON.parse((await run(target, "resources/list")).stdout)).result.resources.map(
        ({ uri }) => uri,
      ),
    prompt: async (name, args) => {
      const pairs = Object.entries(args).map(([key, value]) => `${key}=${value}`);
      return (await run(target, "prompts/get", "--prompt-name", name, "--prompt-args", ...pairs)).stdout;
    },
    close: async () => {},
  }),
};

function run(
  target: Target,
  method: string,
  ...options: string[]
): Promise<{ readonly code: number; readonly stdout: string }> {
  const server = "url" in target ? [target.url] : [target.command, ...target.args];
  const args = ["--cli", ...server, "--method", method, "--format", "json", ...options];
  return new Promise((resolve) => {
    execFile(bin, args, { encoding: "utf8", maxBuffer: 10_000_000 }, (error, stdout) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout });
    });
  });
}
