import { expect, test } from "vitest";
import { jsonLog, originOf } from "../../../src/server/http/log.ts";

test("an event is one line, whatever it holds", () => {
  const lines: string[] = [];
  jsonLog((line) => lines.push(line))("info", "request", { path: "/a\nb" });
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain("\n");
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ level: "info", message: "request", path: "/a\nb" });
});

test("where an error came from is told without its words", () => {
  const origin = JSON.stringify(originOf(new TypeError("secret\n    at secret")));
  expect(origin).toContain("TypeError");
  expect(origin).toContain("log.test.ts");
  expect(JSON.stringify(originOf(new SyntaxError("no JSON: {secret}")))).not.toContain("secret");
  expect(originOf("secret")).toEqual({ error: "string" });
});
