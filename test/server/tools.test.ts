import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { instructions } from "../../src/server/instructions.ts";
import { tools } from "../../src/server/tools/index.ts";
import { connect } from "../support/connect.ts";

const folder = join(import.meta.dirname, "../../src/server/tools");

describe("the set of tools", () => {
  test("is the folder, and every tool is named after its file", () => {
    const files = readdirSync(folder).filter((file) => file !== "index.ts");
    expect(tools.map(({ name }) => `${name.replaceAll("_", "-")}.ts`)).toEqual(files.sort());
  });

  test("has a test for every tool", () => {
    const tests = readdirSync(join(import.meta.dirname, "tools"));
    expect(tests.sort()).toEqual(tools.map(({ name }) => `${name.replaceAll("_", "-")}.test.ts`));
  });

  test("keeps descriptions and instructions below the length at which clients cut", () => {
    for (const { description } of tools) expect(description.length).toBeLessThanOrEqual(2000);
    expect(instructions.length).toBeLessThanOrEqual(2000);
  });

  test("repairs only argument names that are not ours, to names that are", () => {
    for (const { input, argumentAliases = {} } of tools) {
      const ours = Object.keys(input.shape);
      for (const [theirs, name] of Object.entries(argumentAliases)) {
        expect(ours).toContain(name);
        expect(ours).not.toContain(theirs);
      }
    }
  });

  test("describes every argument", () => {
    for (const { input } of tools)
      for (const [name, schema] of Object.entries(input.shape)) expect(schema.description, name).toBeTruthy();
  });
});

describe("tools/list", () => {
  test("is what the reviewed contracts say", async () => {
    const client = await connect();
    const { tools: listed } = await client.listTools();
    for (const tool of listed) {
      const file = join(import.meta.dirname, "__contracts__", `${tool.name}.json`);
      await expect(`${JSON.stringify(tool, null, 2)}\n`).toMatchFileSnapshot(file);
    }
  });

  test("gives all four hints, closed objects, and item types for every list", async () => {
    const client = await connect();
    const { tools: listed } = await client.listTools();
    expect(listed.map(({ name }) => name).sort()).toEqual([
      "check_policy",
      "fetch_doc",
      "get_fact",
      "lookup_iam",
      "search_facts",
      "verify_fact",
    ]);
    for (const tool of listed) {
      expect(Object.keys(tool.annotations ?? {}).sort()).toEqual([
        "destructiveHint",
        "idempotentHint",
        "openWorldHint",
        "readOnlyHint",
        "title",
      ]);
      expect(tool.inputSchema["additionalProperties"]).toBe(false);
      const schemas = JSON.stringify([tool.inputSchema, tool.outputSchema]);
      expect(schemas).not.toContain("$ref");
      expect(schemas.match(/"type":"array"/g)?.length).toBe(schemas.match(/"items":/g)?.length);
    }
  });
});
