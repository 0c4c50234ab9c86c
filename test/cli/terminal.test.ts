import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { program } from "../support/launch.ts";

test("a policy cannot steer the terminal in which it is checked", () => {
  const policy =
    '{"Statement": {"Effect": "Allow", "Action": "s3:\u001b]0;owned\u0007Get", "Resource": "\\u001b[2J"}}';
  const { stdout } = spawnSync(process.execPath, [program, "check", "-"], {
    input: policy,
    encoding: "utf8",
  });
  expect(stdout).toContain("JSON_SYNTAX_ERROR");
  expect(stdout).not.toContain("\u001b");
  expect(stdout).not.toContain("\u0007");
});

test("JSON carries the same data, as escapes where a terminal would obey", () => {
  const action = "s3:\u009b2J\u007f\u0007Get";
  const policy = JSON.stringify({ Statement: { Effect: "Allow", Action: action, Resource: "*" } });
  const { stdout } = spawnSync(process.execPath, [program, "check", "-", "--format", "json"], {
    input: policy,
    encoding: "utf8",
  });
  expect(stdout).not.toMatch(/[\u007f-\u009f]/);
  expect(JSON.stringify(JSON.parse(stdout))).toContain("\u009b2J\u007f");
});

test("no command prints JSON as a text for people", () => {
  const folder = join(import.meta.dirname, "../../src/cli");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  const wrong = files.filter((file) =>
    /\.out\([^;]*JSON\.stringify/.test(readFileSync(join(folder, file), "utf8")),
  );
  expect(wrong).toEqual([]);
});
