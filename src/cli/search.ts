import searchFacts from "../server/tools/search-facts.ts";
import { UserError } from "../user-error.ts";
import { type Command, readArguments, readToolInput } from "./command.ts";

const usage = "search <words…> [--topic T] [--limit N] [--json]";

export const search: Command = {
  name: "search",
  usage: "<words…> [--topic T] [--limit N] [--json]",
  summary: "Facts that answer a question, or hold a claim or an error message",

  async run(argv, { app, terminal }) {
    const { values, positionals } = readArguments(
      argv,
      { topic: { type: "string" }, limit: { type: "string" }, json: { type: "boolean" } },
      usage,
    );
    const query = positionals.join(" ");
    if (query.trim() === "") throw new UserError(`needs words to search for.\nUsage: ${usage}`);
    const args = readToolInput(
      searchFacts,
      {
        query,
        ...(values.topic !== undefined && { topic: values.topic }),
        ...(values.limit !== undefined && { limit: Number(values.limit) }),
      },
      usage,
    );
    const answer = await searchFacts.run(args, app, {});
    if (values.json) {
      terminal.json(JSON.stringify(answer, null, 2));
      return 0;
    }
    for (const { id, title, statement, status, verifiedOn, sources } of answer.results) {
      terminal.out(`${terminal.style("bold", title)}  ${terminal.style("dim", id)}`);
      terminal.out(`  ${statement}`);
      terminal.out(
        terminal.style("dim", `  ${status}, verified on ${verifiedOn}: ${sources[0]?.url ?? ""}\n`),
      );
    }
    if (answer.hint !== undefined)
      terminal.out(`${terminal.style("yellow", answer.verdict)}: ${answer.hint}`);
    return 0;
  },
};
