import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { getMcpConfigForManifest, type McpbManifestAny, vAny } from "@anthropic-ai/mcpb";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { callForData, callForError } from "./support/connect.ts";
import { teamFact } from "./support/team-fact.ts";

// The MCP bundle, packed as the release packs it, checked by the format's own tool, and launched as a client does.

const root = join(import.meta.dirname, "..");
let folder: string;
let unpacked: string;
let bundle: McpbManifestAny;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "iam-pitfalls-bundle-test-"));
  unpacked = join(folder, "unpacked");
  run("scripts/run-ts.mjs", "scripts/pack-mcpb.ts", folder);
  mcpb("unpack", join(folder, `${manifest.name}-${manifest.version}.mcpb`), unpacked);
  bundle = vAny.McpbManifestSchema.parse(JSON.parse(readFileSync(join(unpacked, "manifest.json"), "utf8")));
  return () => rmSync(folder, { recursive: true, force: true });
}, 60_000);

function run(...args: string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  expect(status, `${stdout}${stderr}`).toBe(0);
}

function mcpb(...args: string[]): void {
  run(join(root, "node_modules/@anthropic-ai/mcpb/dist/cli/cli.js"), ...args);
}

/** A client that starts the bundle as its manifest says, with what a person has filled in. */
async function open(userConfig: Record<string, string | boolean>): Promise<Client> {
  const config = await getMcpConfigForManifest({
    manifest: bundle,
    extensionPath: unpacked,
    systemDirs: {},
    userConfig,
    pathSeparator: sep,
  });
  const client = new Client({ name: "test", version: "1.0.0" });
  onTestFinished(() => client.close());
  await client.connect(
    new StdioClientTransport({
      command: config?.command ?? "",
      args: config?.args ?? [],
      env: { PATH: process.env["PATH"] ?? "", ...config?.env },
      cwd: folder,
      stderr: "pipe",
    }),
  );
  return client;
}

describe("the MCP bundle", () => {
  test("has a manifest that the format's own tool accepts, and that tool can refuse", () => {
    mcpb("validate", join(unpacked, "manifest.json"));
    const broken = join(folder, "broken.json");
    writeFileSync(broken, JSON.stringify({ ...bundle, server: { ...bundle.server, type: "deno" } }));
    expect(() => mcpb("validate", broken)).toThrow();
  });

  test("says of the package and its tools what they say", async () => {
    expect(bundle).toMatchObject({
      name: manifest.name,
      version: manifest.version,
      description: manifest.description,
      license: manifest.license,
      compatibility: { runtimes: { node: manifest.engines.node } },
    });
    expect(
      readFileSync(join(unpacked, bundle.icon ?? ""))
        .subarray(1, 4)
        .toString(),
    ).toBe("PNG");
    const { tools } = await (await open({})).listTools();
    expect(bundle.tools?.map(({ name }) => name)).toEqual(tools.map(({ name }) => name));
    for (const [at, { description = "" }] of (bundle.tools ?? []).entries())
      expect(tools[at]?.description).toContain(description);
  });

  test("answers over stdio when nothing is filled in", async () => {
    const client = await open({});
    expect(client.getServerVersion()).toMatchObject({ name: manifest.name, version: manifest.version });
    const found = await callForData(client, "search_facts", {
      query: "role chaining session duration",
      limit: 1,
    });
    expect(found).toMatchObject({ verdict: "match", results: [{ id: "sts-role-chaining-one-hour" }] });
  });

  test("takes what a person fills in: a team's facts, and no network", async () => {
    const facts = join(folder, "facts/iam");
    mkdirSync(facts, { recursive: true });
    writeFileSync(join(facts, "acme-roles-need-a-boundary.md"), teamFact);
    const client = await open({ knowledge: join(folder, "facts"), offline: true });
    expect(await callForData(client, "get_fact", { id: "acme-roles-need-a-boundary" })).toMatchObject({
      title: "Acme roles carry the boundary acme-boundary",
    });
    const url = "https://docs.aws.amazon.com/IAM/latest/UserGuide/no-such-page-here.html";
    expect(await callForError(client, "fetch_doc", { url })).toContain("IAM_PITFALLS_OFFLINE");
  });
});
