import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, onTestFinished, test } from "vitest";
import { launch, program } from "./support/launch.ts";

// The built program over stdio, as a client launches it.

interface Started {
  readonly child: ChildProcessWithoutNullStreams;
  /** Everything on stdout so far. */
  stdout(): string;
  stderr(): string;
  /** Resolves when stdout holds this many lines. */
  lines(count: number): Promise<string[]>;
}

function start(args: string[] = []): Started {
  const child = spawn(process.execPath, [program, ...args], { env: { PATH: process.env["PATH"] } });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (part: string) => {
    stdout += part;
  });
  child.stderr.setEncoding("utf8").on("data", (part: string) => {
    stderr += part;
  });
  const lines = async (count: number): Promise<string[]> => {
    for (;;) {
      const complete = stdout.split("\n").slice(0, -1);
      if (complete.length >= count) return complete;
      await once(child.stdout, "data");
    }
  };
  return { child, stdout: () => stdout, stderr: () => stderr, lines };
}

const frame = (id: number, method: string, params: object = {}): string =>
  `${JSON.stringify({ jsonrpc: "2.0", id, method, params })}\n`;

const initialize = frame(1, "initialize", {
  protocolVersion: "2025-06-18",
  capabilities: {},
  clientInfo: { name: "raw", version: "1" },
});

describe("the built program over stdio", () => {
  test("answers everything that was asked before stdin ended, each once, and exits", async () => {
    const { child, stdout, stderr } = start();
    child.stdin.end(
      initialize +
        frame(2, "tools/list") +
        frame(3, "tools/call", { name: "search_facts", arguments: { query: "SCP size" } }),
    );
    const [code] = await once(child, "exit");
    const answers = stdout().trimEnd().split("\n");
    expect(answers.map((line) => JSON.parse(line).id).sort()).toEqual([1, 2, 3]);
    expect({ code, stderr: stderr() }).toEqual({ code: 0, stderr: "" });
  });

  test("answers a real client: tools, a call, resources, a prompt, a completion", async () => {
    const client = await launch();
    expect(client.getServerVersion()).toMatchObject({ name: "iam-pitfalls-mcp" });
    expect(client.getInstructions()).toContain("search_facts");
    expect((await client.listTools()).tools).toHaveLength(6);
    const answer = await client.callTool({
      name: "search_facts",
      arguments: { query: "Redshift Serverless COPY trust policy principals" },
    });
    expect(JSON.stringify(answer.structuredContent)).toContain("redshift-serverless-trust-principals");
    expect(answer.content).toEqual([{ type: "text", text: JSON.stringify(answer.structuredContent) }]);
    const { contents } = await client.readResource({
      uri: "iam-pitfalls://facts/redshift-serverless-trust-principals",
    });
    expect(JSON.stringify(contents)).toContain("redshift-serverless.amazonaws.com");
    const prompt = await client.getPrompt({ name: "review_policy", arguments: { policy: "{}" } });
    expect(JSON.stringify(prompt.messages)).toContain("check_policy");
    const { completion } = await client.complete({
      ref: { type: "ref/resource", uri: "iam-pitfalls://facts/{id}" },
      argument: { name: "id", value: "redshift" },
    });
    expect(completion.values).toContain("redshift-serverless-trust-principals");
  });

  test("answers an unknown tool, prompt and resource as protocol errors that name what exists", async () => {
    const client = await launch();
    await expect(client.callTool({ name: "nope", arguments: {} })).rejects.toThrow(/search_facts/);
    await expect(client.getPrompt({ name: "nope" })).rejects.toThrow(/review_policy/);
    await expect(client.readResource({ uri: "iam-pitfalls://facts/nope" })).rejects.toThrow(
      /iam-pitfalls:\/\/facts/,
    );
    await expect(client.readResource({ uri: "https://docs.aws.amazon.com/" })).rejects.toThrow(/fetch_doc/);
  });

  test("writes nothing but JSON-RPC to stdout, whatever comes in", async () => {
    const { child, lines, stderr } = start();
    child.stdin.write(initialize);
    child.stdin.write("this is no JSON\n");
    child.stdin.write('{"jsonrpc":"2.0"}\n');
    child.stdin.write('{"jsonrpc":"1.0","id":7,"method":"ping"}\n');
    child.stdin.write("\u0000\u0001\n\n");
    child.stdin.write(frame(2, "no/such/method"));
    child.stdin.write(frame(3, "ping"));
    const all = (await lines(3)).map((line) => JSON.parse(line) as { jsonrpc: string; id: number });
    expect(all.every(({ jsonrpc }) => jsonrpc === "2.0")).toBe(true);
    expect(all.map(({ id }) => id)).toContain(3);
    expect(stderr()).not.toContain("    at ");
  });

  test("takes an argument of 2 MiB", async () => {
    const client = await launch();
    const policy = `{ "Version": "2012-10-17", "Statement": [] }${" ".repeat(2 * 1024 * 1024)}`;
    const { isError, structuredContent } = await client.callTool({
      name: "check_policy",
      arguments: { policy },
    });
    expect(isError ?? false).toBe(false);
    expect(JSON.stringify(structuredContent).length).toBeLessThan(20_000);
  });

  test("loses a message that is too long, and nothing else", async () => {
    const { child, lines, stderr } = start();
    child.stdin.write(initialize);
    child.stdin.write(`{"jsonrpc":"2.0","id":2,"method":"${"x".repeat(11 * 1024 * 1024)}"}\n`);
    child.stdin.write(frame(3, "ping"));
    const [, answer = ""] = await lines(2);
    expect(JSON.parse(answer)).toMatchObject({ id: 3, result: {} });
    expect(stderr()).toContain("was not read");
    child.stdin.end();
  });

  test("ends with code 0 when stdin closes", async () => {
    const { child, lines } = start();
    child.stdin.write(initialize);
    await lines(1);
    child.stdin.end();
    expect(await once(child, "exit")).toEqual([0, null]);
  });

  test("ends on SIGTERM", async () => {
    const { child, lines } = start();
    child.stdin.write(initialize);
    await lines(1);
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
  });

  test("ends when the client is gone and nobody reads stdout", async () => {
    const { child, lines } = start();
    child.stdin.write(initialize);
    await lines(1);
    child.stdout.destroy();
    for (let id = 2; id < 50 && child.exitCode === null && child.stdin.writable; id += 1)
      child.stdin.write(frame(id, "tools/list"));
    child.stdin.end();
    const [code] = await once(child, "exit");
    expect(code).toBe(0);
  });
});
