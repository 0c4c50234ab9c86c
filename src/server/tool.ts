import * as z from "zod";
import type { App } from "../app.ts";
import { UserError } from "../user-error.ts";

export interface CallContext {
  /** Aborted when the client cancels the request. */
  readonly signal?: AbortSignal;
  /** Told of what a tool threw and should not have; without it, stderr is. */
  readonly reportBug?: ReportBug;
}

export type ReportBug = (tool: string, error: unknown) => void;

/** One MCP tool: its contract, and a function from arguments to data. */
export interface Tool<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodObject = z.ZodObject> {
  readonly name: string;
  readonly title: string;
  /** At most 2,000 characters (clients cut at 2,048), the key sentence first. */
  readonly description: string;
  readonly input: Input;
  readonly output: Output;
  /** Whether the tool reaches out of this process. */
  readonly openWorld: boolean;
  /** Names that models use for an argument instead of ours: repaired, not refused. */
  readonly argumentAliases?: Readonly<Record<string, string>>;
  // A method, not a function-typed field: methods compare both ways, so a list holds every tool without a cast.
  run(args: z.output<Input>, app: App, context: CallContext): Promise<z.input<Output>>;
}

export function defineTool<Input extends z.ZodObject, Output extends z.ZodObject>(
  tool: Tool<Input, Output>,
): Tool<Input, Output> {
  return tool;
}

/** What `tools/call` answers: everything that a model needs stands in both forms. A type, so that the SDK takes it. */
export type ToolResult = {
  readonly content: { readonly type: "text"; readonly text: string }[];
  readonly structuredContent?: Record<string, unknown>;
  readonly isError?: true;
};

/**
 * Calls a tool with arguments from a client. The only place that catches: wrong arguments and user errors
 * become error results with the way out, and anything else is a bug that is logged and not shown.
 */
export async function callTool(
  tool: Tool,
  args: unknown,
  app: App,
  context: CallContext,
): Promise<ToolResult> {
  const parsed = tool.input.safeParse(repairNames(tool, args ?? {}));
  if (!parsed.success) return failure(`${describeIssues(parsed.error)}\n\n${describeInput(tool)}`);
  try {
    const data: Record<string, unknown> = await tool.run(parsed.data, app, context);
    return { content: [{ type: "text", text: JSON.stringify(data) }], structuredContent: data };
  } catch (error) {
    if (error instanceof UserError) return failure(error.message);
    if (context.reportBug) context.reportBug(tool.name, error);
    else console.error(`iam-pitfalls-mcp: bug in ${tool.name}:`, error);
    return failure(`Internal error in ${tool.name}: this is a bug of the server, not of your arguments.`);
  }
}

function failure(text: string): ToolResult {
  return { content: [{ type: "text", text }], isError: true };
}

function repairNames(tool: Tool, args: unknown): unknown {
  if (typeof args !== "object" || args === null || Array.isArray(args)) return args;
  const aliases = tool.argumentAliases ?? {};
  const repaired = Object.entries(args).map(([name, value]): [string, unknown] => {
    const ours = Object.hasOwn(aliases, name) ? aliases[name] : undefined;
    return ours !== undefined && !Object.hasOwn(args, ours) ? [ours, value] : [name, value];
  });
  return Object.fromEntries(repaired);
}

const MAX_ISSUES = 10;

/** What does not fit, one line for each of the first few. */
export function describeIssues(error: z.ZodError): string {
  const lines = error.issues.slice(0, MAX_ISSUES).map(({ path, message }) => {
    const at = path.length > 0 ? `${path.map(String).join(".").slice(0, 100)}: ` : "";
    return `- ${at}${message.slice(0, 300)}`;
  });
  return ["The arguments do not fit:", ...lines].join("\n");
}

function describeInput(tool: Tool): string {
  const fields = Object.entries(tool.input.shape).map(([name, schema]) => {
    const optional = schema instanceof z.ZodType && schema.safeParse(undefined).success;
    return `${name}${optional ? "?" : ""}`;
  });
  return `${tool.name} takes { ${fields.join(", ")} }.`;
}

/** The tool as `tools/list` advertises it. */
export function describeTool(tool: Tool): Record<string, unknown> {
  return {
    name: tool.name,
    title: tool.title,
    description: tool.description,
    inputSchema: toSchema(tool.input, "input"),
    outputSchema: toSchema(tool.output, "output"),
    annotations: {
      title: tool.title,
      readOnlyHint: true,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: tool.openWorld,
    },
  };
}

/** Draft 7, because some clients still drop tools whose schema names a later draft. */
function toSchema(schema: z.ZodObject, io: "input" | "output"): unknown {
  return z.toJSONSchema(schema, {
    target: "draft-7",
    io,
    override: ({ jsonSchema }) => {
      const merged = mergeTypes(jsonSchema.anyOf);
      if (!merged) return;
      delete jsonSchema.anyOf;
      Object.assign(jsonSchema, merged);
    },
  });
}

/** Keywords that hold for values of one type alone, so that they may stand beside those of another type. */
const OF_ONE_TYPE = new Set(["type", "minLength", "maxLength", "propertyNames", "additionalProperties"]);

/**
 * "Text or object" as one schema with two types, which says the same. LangChain's adapters reduce an `anyOf`
 * to its objects, and then refuse the text.
 */
function mergeTypes(choices: readonly JsonSchema[] | undefined): object | undefined {
  const types = choices?.map(({ type }) => type);
  if (!types || new Set(types).size < types.length || !types.every((type) => typeof type === "string"))
    return;
  const keywords = choices?.flatMap((choice) => Object.keys(choice));
  if (!keywords?.every((keyword) => OF_ONE_TYPE.has(keyword))) return;
  return { ...Object.assign({}, ...(choices ?? [])), type: types };
}

type JsonSchema = z.core.JSONSchema.BaseSchema;
