import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import {
  CallToolRequestSchema,
  type CallToolResult,
  CompleteRequestSchema,
  ErrorCode,
  GetPromptRequestSchema,
  ListPromptsRequestSchema,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema,
  McpError,
  ReadResourceRequestSchema,
} from "@modelcontextprotocol/sdk/types.js";
import type { App } from "../app.ts";
import { capabilities, serverInfo } from "./handshake.ts";
import { instructions } from "./instructions.ts";
import { noValidator } from "./no-validator.ts";
import { page } from "./page.ts";
import { prompts } from "./prompts/index.ts";
import type { ReportBug } from "./tool.ts";

/**
 * The MCP server over an App: no transport and no files, so the same server runs over stdio and HTTP.
 * The SDK's low-level class is used because it leaves the wire to us: unknown tools are protocol errors,
 * long lists come in pages, and schemas are made only when somebody asks for them.
 */
export function createServer(app: App, reportBug?: ReportBug): Server {
  const server = new Server(serverInfo(app.version), {
    capabilities,
    instructions,
    jsonSchemaValidator: noValidator,
  });

  // Tools, resources and prompts are loaded when first asked for: a client waits for `initialize`.
  server.setRequestHandler(ListToolsRequestSchema, async () => {
    const { describeTool, tools } = await loadTools();
    return { tools: tools.map(describeTool) };
  });

  server.setRequestHandler(CallToolRequestSchema, async ({ params }, { signal }): Promise<CallToolResult> => {
    const { callTool, tools } = await loadTools();
    const tool = tools.find(({ name }) => name === params.name);
    if (!tool)
      throw new McpError(
        ErrorCode.InvalidParams,
        `There is no tool of that name. Tools: ${tools.map(({ name }) => name).join(", ")}.`,
      );
    return callTool(tool, params.arguments, app, { signal, ...(reportBug && { reportBug }) });
  });

  server.setRequestHandler(ListResourcesRequestSchema, async ({ params }) => {
    const { listResources } = await loadResources();
    const { items, nextCursor } = page(await listResources(app), params?.cursor);
    return { resources: items, ...(nextCursor !== undefined && { nextCursor }) };
  });
  server.setRequestHandler(ListResourceTemplatesRequestSchema, async () => {
    const { resourceTemplates } = await loadResources();
    return { resourceTemplates };
  });
  server.setRequestHandler(ReadResourceRequestSchema, async ({ params }) => {
    const { readResource } = await loadResources();
    return { contents: [await readResource(params.uri, app)] };
  });

  server.setRequestHandler(ListPromptsRequestSchema, () => ({
    prompts: prompts.map(({ name, title, description, arguments: args }) => ({
      name,
      title,
      description,
      arguments: args,
    })),
  }));
  server.setRequestHandler(GetPromptRequestSchema, ({ params }) => {
    const prompt = prompts.find(({ name }) => name === params.name);
    if (!prompt)
      throw new McpError(
        ErrorCode.InvalidParams,
        `There is no prompt of that name. Prompts: ${prompts.map(({ name }) => name).join(", ")}.`,
      );
    return { description: prompt.description, messages: prompt.messages(params.arguments ?? {}) };
  });

  server.setRequestHandler(CompleteRequestSchema, async ({ params }) => {
    const { completeResource } = await loadResources();
    const values =
      params.ref.type === "ref/resource"
        ? await completeResource(params.ref.uri, params.argument.value, app)
        : [];
    // The protocol takes at most 100 values.
    return {
      completion: { values: values.slice(0, 100), total: values.length, hasMore: values.length > 100 },
    };
  });
  return server;
}

async function loadTools() {
  const [{ callTool, describeTool }, { tools }] = await Promise.all([
    import("./tool.ts"),
    import("./tools/index.ts"),
  ]);
  return { callTool, describeTool, tools };
}

function loadResources() {
  return import("./resources/resources.ts");
}
