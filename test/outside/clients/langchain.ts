import { MultiServerMCPClient } from "@langchain/mcp-adapters";
import type { ClientMaker } from "./real-client.ts";

const SERVER = "iam-pitfalls";

export const langchain: ClientMaker = {
  name: "LangChain MCP adapters",
  open: async (target) => {
    const client = new MultiServerMCPClient({
      mcpServers: {
        [SERVER]:
          "url" in target ? { transport: "http", url: target.url } : { transport: "stdio", ...target },
      },
    });
    const tools = await client.getTools();
    const raw = await client.getClient(SERVER);
    return {
      refusesArguments: true,
      listTools: async () => tools.map(({ name }) => name),
      // An error of a tool reaches the agent as an exception with the tool's words.
      call: async (name, args) => {
        try {
          const answer: unknown = await tools.find((tool) => tool.name === name)?.invoke(args);
          return { text: JSON.stringify(answer), isError: false };
        } catch (error) {
          return { text: String(error), isError: true };
        }
      },
      read: async (uri) => JSON.stringify(await client.readResource(SERVER, uri)),
      listResources: async () =>
        Object.values(await client.listResources()).flatMap((all) => all.map(({ uri }) => uri)),
      prompt: async (name, args) => JSON.stringify(await raw?.getPrompt({ name, arguments: args })),
      close: () => client.close(),
    };
  },
};
