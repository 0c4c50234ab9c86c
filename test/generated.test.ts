import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { registryIndex } from "../src/reference/registry-index.ts";

// Every generated file is a file snapshot: drift fails here, `npm run generate` writes anew.

const root = join(import.meta.dirname, "..");

describe("generated files are up to date", () => {
  test("src/policy/rules/index.ts", async () => {
    const text = registryIndex(readdirSync(join(root, "src/policy/rules")), {
      name: "rules",
      type: "Rule",
      typeFrom: "../rule.ts",
    });
    await expect(text).toMatchFileSnapshot(join(root, "src/policy/rules/index.ts"));
  });
});
