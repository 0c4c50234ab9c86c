import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { validate } from "dockerfile-utils";
import { describe, expect, onTestFinished, test } from "vitest";

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
  expect(existsSync(join(folder, "healthcheck.mjs"))).toBe(true);
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
      // Into a folder a file goes by its last name, however deep it lay.
      cpSync(path, names.length > 1 || target === "" ? join(to, basename(name)) : join(to, target), {
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

describe("the linter of Dockerfiles that editors use", () => {
  const text = readFileSync(join(root, "Dockerfile"), "utf8");

  test("has nothing to say", () => {
    expect(validate(text).map(({ range, message }) => `${range.start.line + 1}: ${message}`)).toEqual([]);
  });

  test.each([
    ["WORKDIR /app", "WORKDIR app"],
    ["ENV NODE_ENV=production", "ENV NODE_ENV"],
    ["EXPOSE 3000", "EXPOSE http"],
    ["--interval=10s", "--every=10s"],
    ["FROM node:22-slim AS build", "FROM node:22-slim AS"],
    ["COPY --from=build /app/dist ./dist", "COPY --from=build /app/dist"],
    ['ENTRYPOINT ["node", "dist/main.js"]', "ENTRYPOINT ['node', 'dist/main.js']"],
  ])("would object to another word for %s", (right, wrong) => {
    expect(text).toContain(right);
    expect(validate(text.replace(right, wrong))).not.toEqual([]);
  });
});

test("the rules of hadolint that concern it", () => {
  const stages = readStages(readFileSync(join(root, "Dockerfile"), "utf8"));
  const text = readFileSync(join(root, "Dockerfile"), "utf8");
  const bases = [...text.matchAll(/^FROM (\S+)/gm)].map(([, base]) => base);
  // DL3006, DL3007: a tag, and not the newest. Both stages have one Node: the code cache fits no other.
  expect(bases).toEqual(["node:22-slim", "node:22-slim"]);
  const steps = stages.flatMap(({ steps: given }) => given);
  const of = (name: string) =>
    steps.filter(({ instruction }) => instruction === name).map(({ rest }) => rest);
  // DL3000, DL3003, DL3004, DL3020, DL3025, DL4000, DL4006.
  expect(of("WORKDIR").filter((path) => !path.startsWith("/"))).toEqual([]);
  expect(of("RUN").filter((command) => /(^|[;&|] *)(cd|sudo)\b|\|/.test(command))).toEqual([]);
  expect([...of("ADD"), ...of("MAINTAINER")]).toEqual([]);
  expect([...of("ENTRYPOINT"), ...of("CMD")].filter((command) => !command.startsWith("["))).toEqual([]);
  // DL3002, and Kubernetes' runAsNonRoot, which can only judge a number.
  expect(stages.at(-1)?.steps.findLast(({ instruction }) => instruction === "USER")?.rest).toBe("1000:1000");
  // DL3055, DL3057 and the labels that registries read.
  const [check = ""] = of("HEALTHCHECK");
  expect(check).toContain(' CMD ["node", "healthcheck.mjs"]');
  for (const label of ["title", "description", "licenses", "source"])
    expect(of("LABEL").join(" ")).toContain(`org.opencontainers.image.${label}="`);
});

test("what the image copies is let through by .dockerignore", () => {
  const allowed = readFileSync(join(root, ".dockerignore"), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("!"))
    .map((line) => line.slice(1));
  const copied = [...readFileSync(join(root, "Dockerfile"), "utf8").matchAll(/^COPY (?!--)(.*) \S+$/gm)];
  const names = copied.flatMap(([, list = ""]) => list.split(" "));
  expect(names.filter((name) => !allowed.includes(name))).toEqual([]);
});
