import { clientConfigs, renderConfig } from "../reference/client-configs.ts";
import { UserError } from "../user-error.ts";
import { type Command, readArguments } from "./command.ts";

const names = Object.keys(clientConfigs).join("|");

export const config: Command = {
  name: "config",
  usage: `<${names}> [--windows]`,
  summary: "The configuration of an MCP client for this server",

  async run(argv, { terminal }) {
    const { values, positionals } = readArguments(
      argv,
      { windows: { type: "boolean" } },
      `config <${names}> [--windows]`,
      1,
    );
    const [name = ""] = positionals;
    const client = Object.hasOwn(clientConfigs, name) ? clientConfigs[name] : undefined;
    if (!client) throw new UserError(`needs the name of a client: ${names}.`);
    const { file, text, command, links } = renderConfig(client, { windows: values.windows === true });
    terminal.note(`${client.title}: ${file}`);
    terminal.out(text);
    if (command !== undefined) terminal.note(`Or run: ${command}`);
    for (const { label, url } of links) terminal.note(`${label}: ${url}`);
    return 0;
  },
};
