import type { RealClient } from "./real-client.ts";

/** What the clients of both lines of the SDK have in common. */
interface SdkClient {
  listTools(): Promise<{ tools: { name: string }[] }>;
  callTool(params: { name: string; arguments: Record<string, unknown> }): Promise<Record<string, unknown>>;
  readResource(params: { uri: string }): Promise<object>;
  listResources(): Promise<{ resources: { uri: string }[] }>;
  getPrompt(params: { name: string; arguments: Record<string, string> }): Promise<object>;
  complete(params: {
    ref: { type: "ref/resource"; uri: string };
    argument: { name: string; value: string };
  }): Promise<{ completion: { values: string[] } }>;
  close(): Promise<void>;
}

export function overSdk(client: SdkClient): RealClient {
  return {
    listTools: async () => (await client.listTools()).tools.map(({ name }) => name),
    call: async (name, args) => {
      const { content, isError } = await client.callTool({ name, arguments: args });
      return { text: JSON.stringify(content), isError: isError === true };
    },
    read: async (uri) => JSON.stringify(await client.readResource({ uri })),
    listResources: async () => (await client.listResources()).resources.map(({ uri }) => uri),
    prompt: async (name, args) => JSON.stringify(await client.getPrompt({ name, arguments: args })),
    complete: async (uri, name, value) => {
      const { completion } = await client.complete({
        ref: { type: "ref/resource", uri },
        argument: { name, value },
      });
      return completion.values;
    },
    close: () => client.close(),
  };
}
