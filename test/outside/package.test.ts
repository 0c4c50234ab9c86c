import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { root } from "./clients/real-client.ts";

// What is uploaded to npm, as the linters of packages see it.

let folder: string;
let tarball: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "iam-pitfalls-lint-"));
  run("npm", "pack", "--ignore-scripts", "--pack-destination", folder);
  tarball = join(folder, readdirSync(folder).find((name) => name.endsWith(".tgz")) ?? "no tarball");
  return () => rmSync(folder, { recursive: true, force: true });
});

test("publint has nothing to say", () => {
  expect(run(bin("publint"), "run", tarball, "--strict")).toContain("All good!");
});

// A program, not a library: there are no types that could be wrong, and attw has to agree that there are none.
test("attw sees a package without types", () => {
  expect(run(bin("attw"), tarball)).toContain("does not contain types");
});

function bin(name: string): string {
  return join(import.meta.dirname, "node_modules/.bin", name);
}

function run(command: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: "utf8" });
  expect(status, `${stdout}${stderr}`).toBe(0);
  return stdout;
}
