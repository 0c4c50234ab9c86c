import { factPage } from "../reference/fact-page.ts";
import { citations } from "../server/citations.ts";
import { describeFact, findFact } from "../server/tools/get-fact.ts";
import { UserError } from "../user-error.ts";
import { type Command, readArguments } from "./command.ts";

const usage = "fact <id> [--json]";

export const fact: Command = {
  name: "fact",
  usage: "<id> [--json]",
  summary: "One fact, whole",

  async run(argv, { app, terminal }) {
    const { values, positionals } = readArguments(argv, { json: { type: "boolean" } }, usage);
    const [id, ...others] = positionals;
    if (id === undefined || others.length > 0) throw new UserError(`needs one fact id.\nUsage: ${usage}`);
    const found = await findFact(id, app);
    const cited = await citations(found.id, app);
    if (values.json) terminal.json(JSON.stringify(describeFact(found, cited), null, 2));
    else terminal.out(factPage(found, cited).trimEnd());
    return 0;
  },
};
