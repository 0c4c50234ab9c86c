import { expect, test } from "vitest";
import { callsIn, outcomeOf } from "../../../src/server/http/calls.ts";

const tools = new Set(["get_fact"]);

test.each([
  ["a request", { id: 1, method: "tools/list" }, [{ id: 1, method: "tools/list", tool: "" }]],
  [
    "a call",
    { id: "a", method: "tools/call", params: { name: "get_fact" } },
    [{ id: "a", method: "tools/call", tool: "get_fact" }],
  ],
  [
    "a call of no tool of ours",
    { id: 1, method: "tools/call", params: { name: "x".repeat(1000) } },
    [{ id: 1, method: "tools/call", tool: "other" }],
  ],
  ["an unknown method", { id: 1, method: "x\ny" }, [{ id: 1, method: "other", tool: "" }]],
  ["a notification", { method: "notifications/initialized" }, []],
  ["a batch", [{ id: 1, method: "ping" }, null, 3], [{ id: 1, method: "ping", tool: "" }]],
  ["no object", "text", []],
])("finds the calls of %s", (_, body, calls) => {
  expect(callsIn(body, tools)).toEqual(calls);
});

test.each([
  [{ result: {} }, "ok"],
  [{ result: { isError: true } }, "tool-error"],
  [{ error: { code: -32602 } }, "error"],
])("the answer %j is %s", (answer, outcome) => {
  expect(outcomeOf(answer)).toBe(outcome);
});
