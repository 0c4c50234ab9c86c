import type { Verification } from "../aws-docs/docs.ts";
import { renderReport, renderSummary, renderTable } from "../aws-docs/verify-report.ts";
import type { Fact } from "../knowledge/fact.ts";
import { findFact } from "../server/tools/get-fact.ts";
import { UserError } from "../user-error.ts";
import { type Command, type CommandContext, readArguments } from "./command.ts";
import type { Terminal } from "./terminal.ts";
import { writeAnswer } from "./write-answer.ts";

const usage = "[id…|--all] [--json] [--report FILE] [--resume]";

/** With --resume, results of an interrupted run count as long as this. */
const RESUME_MS = 60 * 60 * 1000;

export const verify: Command = {
  name: "verify",
  usage,
  summary: "Re-checks facts against their sources; exit 1 if any drifted",

  async run(argv, context) {
    const { app, terminal } = context;
    const { values, positionals } = readArguments(
      argv,
      {
        all: { type: "boolean" },
        json: { type: "boolean" },
        report: { type: "string" },
        resume: { type: "boolean" },
      },
      `verify ${usage}`,
    );
    if (positionals.length > 0 === (values.all === true))
      throw new UserError(`needs fact ids, or --all.\nUsage: verify ${usage}`);
    const facts = await namedFacts(positionals, context);
    const docs = await app.docs();
    const results = await docs.verifyAll(facts, {
      resumeMs: values.resume ? RESUME_MS : 0,
      onProgress: ({ done, total, verification }) =>
        terminal.progress(`${done} of ${total}: ${verification.id} ${verification.status}`),
    });
    terminal.progress("");
    if (values.report !== undefined) await writeAnswer(values.report, renderReport(results, app.version));
    if (values.json)
      terminal.json(JSON.stringify(results.length === 1 && !values.all ? results[0] : results, null, 2));
    else show(results, terminal);
    return results.some(({ status }) => status === "drifted") ? 1 : 0;
  },
};

/** The facts of the given ids, or all of them where none is given. */
async function namedFacts(ids: readonly string[], { app }: CommandContext): Promise<readonly Fact[]> {
  if (ids.length === 0) return (await app.knowledge()).facts;
  return Promise.all(ids.map((id) => findFact(id, app)));
}

function show(results: readonly Verification[], terminal: Terminal): void {
  terminal.out(renderTable(results));
  for (const { id, sources } of results)
    for (const { status, url, message, passage } of sources) {
      if (status !== "supported")
        terminal.out(`\n${id}: ${url}\n  ${message ?? "the evidence is not there"}`);
      // A single fact is looked at closely: the words of the page belong to the answer.
      if (results.length === 1 && passage !== undefined) terminal.out(`\n${url}\n  ${passage}`);
    }
  terminal.out(`\n${renderSummary(results)}`);
}
