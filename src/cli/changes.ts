import { changesPage } from "../reference/fact-page.ts";
import { describeFact } from "../server/tools/get-fact.ts";
import { type Command, readArguments } from "./command.ts";

export const changes: Command = {
  name: "changes",
  usage: "[--json]",
  summary: "What changed since older documentation, newest first",

  async run(argv, { app, terminal }) {
    const { values } = readArguments(argv, { json: { type: "boolean" } }, "changes [--json]", 0);
    const facts = (await app.knowledge()).changes;
    if (values.json)
      terminal.json(
        JSON.stringify(
          facts.map((fact) => describeFact(fact)),
          null,
          2,
        ),
      );
    else terminal.out(changesPage(facts).trimEnd());
    return 0;
  },
};
