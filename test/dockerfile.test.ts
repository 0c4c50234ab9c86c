import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";

// No Docker engine is needed: the steps of the Dockerfile are replayed in empty folders, so that a file that
// is not copied, or a build step that needs one, shows here.

const root = join(import.meta.dirname, "..");

interface Stage {
  readonly name: string;
  readonly steps: readonly { readonly instruction: string; readonly rest: string }[];
}

function readStages(text: string): Stage[] {
  const lines = text.replaceAll(/\\\n\s*/g, " ").split("\n");
  const steps = lines
    .filter((line) => /^[A-Z]/.test(line))
    .map((line) => {
      const [instruction = "", ...rest] = line.split(" ");
      return { instruction, rest: rest.join(" ") };
    });
  const starts = steps.flatMap(({ instruction }, index) => (instruction === "FROM" ? [index] : []));
  return starts.map((start, index) => ({
    name: / AS (\S+)/.exec(steps[start]?.rest ?? "")?.[1] ?? String(index),
    steps: steps.slice(start + 1, starts[index + 1]),
  }));
}

test("the image's steps build a program that answers over stdio, and run without root", () => {
  const folders = new Map<string, string>();
  const stages = readStages(readFileSync(join(root, "Dockerfile"), "utf8"));
  for (const { name, steps } of stages) {
    const folder = mkdtempSync(join(tmpdir(), "iam-pitfalls-stage-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    folders.set(name, folder);
    for (const { instruction, rest } of steps) {
      if (instruction === "COPY") copy(rest, folder);
      if (instruction === "RUN") runStep(rest, folder);
    }
  }
  const last = stages.at(-1);
  const folder = folders.get(last?.name ?? "") ?? "";
  expect(last?.steps.map(({ instruction }) => instruction)).toContain("USER");
  const entry = last?.steps.find(({ instruction }) => instruction === "ENTRYPOINT");
  const [command = "", ...args]: string[] = JSON.parse(entry?.rest ?? "[]");
  expect(command).toBe("node");
  const request = {
    jsonrpc: "2.0",
    id: 1,
    method: "initialize",
    params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "t", version: "1" } },
  };
  const { stdout } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: "utf8",
    input: `${JSON.stringify(request)}\n`,
  });
  expect(JSON.parse(stdout.split("\n")[0] ?? "")).toMatchObject({
    id: 1,
    result: { serverInfo: { name: "iam-pitfalls-mcp" } },
  });

  function copy(rest: string, to: string): void {
    const parts = rest.split(" ");
    const from = /^--from=(\S+)$/.exec(parts[0] ?? "")?.[1];
    const source = from === undefined ? root : (folders.get(from) ?? "");
    const names = parts.slice(from === undefined ? 0 : 1, -1);
    const target = (parts.at(-1) ?? "").replace(/^\.\//, "");
    for (const name of names) {
      const path = join(source, name.replace(/^\/app\//, ""));
      expect(existsSync(path), `${name} is missing`).toBe(true);
      cpSync(path, names.length > 1 || target === "" ? join(to, name) : join(to, target), {
        recursive: true,
      });
    }
  }

  function runStep(command: string, cwd: string): void {
    // The packages are those of this checkout: what `npm ci` installs is tested by the clean clone.
    if (command.startsWith("npm ci")) {
      symlinkSync(join(root, "node_modules"), join(cwd, "node_modules"));
      return;
    }
    const { status, stderr } = spawnSync("sh", ["-c", command], { cwd, encoding: "utf8" });
    expect(status, stderr).toBe(0);
  }
});
