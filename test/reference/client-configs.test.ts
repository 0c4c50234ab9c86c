import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { clientConfigs } from "../../src/reference/client-configs.ts";
import { blocksOf, readCommand, readConfig, readLink } from "../support/client-blocks.ts";
import { program } from "../support/launch.ts";

// The README, the badges and `config <client>` give every client the same; test/package.test.ts launches it.

const readme = readFileSync(join(import.meta.dirname, "../../README.md"), "utf8");
const clients = Object.entries(clientConfigs).map(([name, { title, format }]) => ({ name, title, format }));
const launches = {
  unix: { command: "npx", args: ["-y", manifest.name] },
  windows: { command: "cmd", args: ["/c", "npx", "-y", manifest.name] },
};

interface Printed {
  readonly out: string;
  readonly notes: string;
}

const printed = new Map<string, Printed>();

/** What `config` prints: the configuration, and what it says beside it. Each is asked once. */
function config(...args: string[]): Printed {
  const known = printed.get(args.join(" "));
  if (known) return known;
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, "config", ...args], {
    encoding: "utf8",
  });
  expect(status, stderr).toBe(0);
  const result = { out: stdout, notes: stderr };
  printed.set(args.join(" "), result);
  return result;
}

const linksIn = (text: string) =>
  [...text.matchAll(/https:\/\/[^\s)]+/g)]
    .map(([link]) => link)
    .filter((link) => /[?&](config|url)=/.test(link));

describe.each(clients)("$title", ({ name, format }) => {
  test("is launched by `config`, with `cmd` on Windows", () => {
    expect(readConfig(format, config(name).out)).toMatchObject(launches.unix);
    expect(readConfig(format, config(name, "--windows").out)).toMatchObject(launches.windows);
  });

  test("gets from every link what it reads in its file", () => {
    for (const options of [[], ["--windows"]]) {
      const { out, notes } = config(name, ...options);
      for (const link of linksIn(notes)) expect(readLink(link)).toEqual(readConfig(format, out));
    }
  });

  test("stands in the README as `config` prints it", () => {
    expect(blocksOf(readme).map(({ text }) => text)).toContain(config(name).out.trimEnd());
  });
});

test("the README's badges are the links that `config` prints", () => {
  const [, section = ""] = /<!-- badges -->([\s\S]*)<!-- \/badges -->/.exec(readme) ?? [];
  const links = linksIn(section);
  expect(links).toHaveLength(5);
  expect(links).toEqual(clients.flatMap(({ name }) => linksIn(config(name).notes)));
  const images = [...section.matchAll(/!\[(.+?)\]\((https:.+?)\)\]/g)];
  expect(images).toHaveLength(links.length);
});

test("the README tells of Windows what `config --windows` prints, and no block is of another kind", () => {
  const texts = new Set(
    clients.flatMap(({ name }) => [config(name).out.trimEnd(), config(name, "--windows").out.trimEnd()]),
  );
  const others = blocksOf(readme).filter(({ text }) => !texts.has(text));
  expect(others.map(({ language }) => language)).toEqual(["bash", "bash", "bash"]);
  for (const { text } of others) expect(readCommand(text)).toMatchObject(launches.unix);
  expect(blocksOf(readme).map(({ text }) => text)).toContain(
    config("claude-code", "--windows").out.trimEnd(),
  );
});
