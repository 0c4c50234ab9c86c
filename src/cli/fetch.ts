import fetchDoc from "../server/tools/fetch-doc.ts";
import { UserError } from "../user-error.ts";
import { type Command, readArguments, readToolInput } from "./command.ts";

const usage = "fetch <url|fact-id> [--section S] [--find TEXT] [--cursor C] [--max-chars N] [--json]";

export const fetch: Command = {
  name: "fetch",
  usage: "<url|fact-id> [--section S] [--find TEXT] [--cursor C] [--max-chars N] [--json]",
  summary: "A page of the AWS documentation as Markdown",

  async run(argv, { app, terminal }) {
    const { values, positionals } = readArguments(
      argv,
      {
        section: { type: "string" },
        find: { type: "string" },
        cursor: { type: "string" },
        "max-chars": { type: "string" },
        json: { type: "boolean" },
      },
      usage,
    );
    const [target, ...others] = positionals;
    if (target === undefined || others.length > 0)
      throw new UserError(`needs one URL or fact id.\nUsage: ${usage}`);
    const args = readToolInput(
      fetchDoc,
      {
        ...(/^[a-z]+:/i.test(target) ? { url: target } : { factId: target }),
        ...(values.section !== undefined && { section: values.section }),
        ...(values.find !== undefined && { find: values.find }),
        ...(values.cursor !== undefined && { cursor: values.cursor }),
        ...(values["max-chars"] !== undefined && { maxChars: Number(values["max-chars"]) }),
      },
      usage,
    );
    const page = await fetchDoc.run(args, app, {});
    if (values.json) {
      terminal.json(JSON.stringify(page, null, 2));
      return 0;
    }
    terminal.out(page.markdown);
    for (const note of page.notes) terminal.note(note);
    if (page.nextCursor !== undefined) terminal.note(`There is more: --cursor ${page.nextCursor}`);
    return 0;
  },
};
