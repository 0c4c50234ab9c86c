import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { loadFolder } from "../../src/knowledge/load-folder.ts";

// On Windows only an administrator may make links.
test.skipIf(process.platform === "win32")("names a link, and does not follow it", () => {
  const folder = mkdtempSync(join(tmpdir(), "iam-pitfalls-facts-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "sts"));
  writeFileSync(join(folder, "elsewhere.txt"), "a secret");
  symlinkSync(join(folder, "elsewhere.txt"), join(folder, "sts/linked.md"));
  symlinkSync("/dev/zero", join(folder, "sts/endless.md"));
  symlinkSync(folder, join(folder, "sts/round"));
  const problems = [expect.stringContaining("links are not followed")];
  expect(loadFolder(folder)).toEqual({
    facts: [],
    broken: [
      { file: "sts/endless.md", problems },
      { file: "sts/linked.md", problems },
    ],
  });
});
