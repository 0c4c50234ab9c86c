import type { Verification } from "../aws-docs/docs.ts";
import { findFact } from "../server/tools/get-fact.ts";
import { UserError } from "../user-error.ts";
import { type Command, readArguments } from "./command.ts";
import type { Terminal } from "./terminal.ts";

const usage = "verify [id…|--all] [--json]";

export const verify: Command = {
  name: "verify",
  usage: "[id…|--all] [--json]",
  summary: "Re-checks facts against their sources; exit 1 if any drifted",

  async run(argv, { app, terminal }) {
    const { values, positionals } = readArguments(
      argv,
      { all: { type: "boolean" }, json: { type: "boolean" } },
      usage,
    );
    if (positionals.length > 0 === (values.all === true))
      throw new UserError(`needs fact ids, or --all.\nUsage: ${usage}`);
    const facts = values.all
      ? (await app.knowledge()).facts
      : await Promise.all(positionals.map((id) => findFact(id, app)));
    const docs = await app.docs();
    const results: Verification[] = [];
    for (const fact of facts) {
      const result = await docs.verifyFact(fact);
      results.push(result);
      if (!values.json) report(result, terminal);
    }
    if (values.json) terminal.out(JSON.stringify(results.length === 1 ? results[0] : results, null, 2));
    return results.some(({ status }) => status === "drifted") ? 1 : 0;
  },
};

const colours = { supported: "green", drifted: "red", unreachable: "yellow" } as const;

function report({ id, status, sources }: Verification, terminal: Terminal): void {
  terminal.out(`${terminal.style(colours[status], status.padEnd(11))} ${id}`);
  for (const source of sources.filter((candidate) => candidate.status !== "supported")) {
    terminal.out(`  ${source.url}`);
    if (source.missing.length > 0) terminal.out(`  missing: ${source.missing.join(", ")}`);
    if (source.message !== undefined) terminal.out(`  ${source.message}`);
  }
}
