import { createMCPClient } from "@ai-sdk/mcp";
import { Experimental_StdioMCPTransport as StdioTransport } from "@ai-sdk/mcp/mcp-stdio";
import { z } from "zod";
import type { ClientMaker } from "./real-client.ts";

const Result = z.object({ content: z.unknown(), isError: z.boolean().default(false) });

export const aiSdk: ClientMaker = {
  name: "Vercel AI SDK",
  open: async (target) => {
    const client = await createMCPClient({
      transport: "url" in target ? { type: "http", url: target.url } : new StdioTransport(target),
    });
    const tools = await client.tools();
    return {
      listTools: async () => Object.keys(tools),
      call: async (name, args) => {
        const result = await tools[name]?.execute?.(args, { toolCallId: "1", messages: [] });
        const { content, isError } = Result.parse(result);
        return { text: JSON.stringify(content), isError };
      },
      read: async (uri) => JSON.stringify(await client.readResource({ uri })),
      listResources: async () => (await client.listResources()).resources.map(({ uri }) => uri),
      prompt: async (name, args) =>
        JSON.stringify(await client.experimental_getPrompt({ name, arguments: args })),
      complete: async (uri, name, value) => {
        const { completion } = await client.complete({
          ref: { type: "ref/resource", uri },
          argument: { name, value },
        });
        return completion.values;
      },
      close: () => client.close(),
    };
  },
};
