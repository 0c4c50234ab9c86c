import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { serve } from "./serve.ts";

const here = import.meta.dirname;

test("passes the official conformance suite, but for what the baseline gives a reason for", async () => {
  const { url, stop } = await serve();
  onTestFinished(stop);
  const folder = mkdtempSync(join(tmpdir(), "iam-pitfalls-conformance-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const baseline = join(here, "conformance-baseline.yml");
  const args = ["server", "--url", url, "--expected-failures", baseline, "--output-dir", folder];
  const { code, stdout } = await run(join(here, "node_modules/.bin/conformance"), args);
  expect(stdout).toContain("✓ server-initialize");
  expect(code, stdout).toBe(0);
});

function run(command: string, args: string[]): Promise<{ readonly code: number; readonly stdout: string }> {
  return new Promise((resolve) => {
    execFile(command, args, { encoding: "utf8", maxBuffer: 10_000_000 }, (error, stdout) => {
      resolve({ code: error ? 1 : 0, stdout });
    });
  });
}
