import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { replaceBetween, toolsTable } from "../src/reference/readme.ts";
import { registryIndex } from "../src/reference/registry-index.ts";

import { tools } from "../src/server/tools/index.ts";

// Every generated file is a file snapshot: drift fails here, `npm run generate` writes anew.

const root = join(import.meta.dirname, "..");

describe("generated files are up to date", () => {
  test.each([
    { folder: "src/policy/rules", name: "rules", type: "Rule", typeFrom: "../rule.ts" },
    { folder: "src/server/tools", name: "tools", type: "Tool", typeFrom: "../tool.ts" },
  ])("$folder/index.ts", async ({ folder, ...list }) => {
    const text = registryIndex(readdirSync(join(root, folder)), list);
    await expect(text).toMatchFileSnapshot(join(root, folder, "index.ts"));
  });

  test("README.md", async () => {
    const file = join(root, "README.md");
    const text = replaceBetween(readFileSync(file, "utf8"), "tools", toolsTable(tools));
    await expect(text).toMatchFileSnapshot(file);
  });
});
