import { readFile } from "node:fs/promises";
import * as z from "zod";
import type { Catalog } from "../../policy/catalog/catalog.ts";
import { type EvaluationRequest, readPrincipal } from "../../policy/evaluation/request.ts";
import { UserError } from "../../user-error.ts";

/** Longer values would make a comparison costly, and AWS takes none. */
const Value = z.string().max(2048);
const Account = z.string().regex(/^\d{12}$/, "has to be an account id of 12 digits");

/** A request as a file holds it. */
const RequestFile = z.strictObject({
  principal: Value.optional(),
  roleArn: Value.optional(),
  action: Value.optional(),
  resource: Value.optional(),
  resourceAccount: Account.optional(),
  managementAccount: Account.optional(),
  /** null says that the request does not carry the key. */
  context: z.record(Value, z.union([Value, z.array(Value).max(1000), z.null()])).optional(),
  complete: z.boolean().optional(),
});
type RequestFile = z.infer<typeof RequestFile>;

/** What options say of the request; they win over the file. */
export interface RequestOptions {
  readonly file: string | undefined;
  readonly request: RequestFile;
  /** `KEY=VALUE`, several times for several values. */
  readonly context: readonly string[];
  /** Keys that the request does not carry. */
  readonly without: readonly string[];
}

export async function readRequest(options: RequestOptions, catalog: Catalog): Promise<EvaluationRequest> {
  const file = options.file === undefined ? {} : await readRequestFile(options.file);
  const own = RequestFile.safeParse(options.request);
  if (!own.success) throw new UserError(problemOf(own.error));
  const said = Object.fromEntries(Object.entries(own.data).filter(([, value]) => value !== undefined));
  const { principal, roleArn, action, resource, context = {}, ...rest }: RequestFile = { ...file, ...said };
  if (principal === undefined || action === undefined)
    throw new UserError("needs --principal and --action, or --request FILE with both.");
  const known = readPrincipal(principal, roleArn);
  if (!known)
    throw new UserError(
      "--principal takes the ARN of a user, role, role session, federated user, root or identity provider, a service such as lambda.amazonaws.com, or anonymous.",
    );
  return {
    ...rest,
    principal: known,
    action,
    resource: resource ?? withoutResource(action, catalog),
    context: new Map([...contextOf(context), ...contextOf(fromOptions(options))]),
  };
}

/** `*`, for an action that knows no resources. */
function withoutResource(action: string, catalog: Catalog): string {
  const known = catalog.action(action);
  if (!known) throw new UserError(`there is no action ${JSON.stringify(action.slice(0, 80))}: see lookup.`);
  if (known.resources.length > 0)
    throw new UserError(
      `${known.service}:${known.name} acts on a resource (${known.resources.map(({ type }) => type.name).join(" or ")}): name it with --resource ARN.`,
    );
  return "*";
}

function contextOf(context: NonNullable<RequestFile["context"]>) {
  return Object.entries(context).map(
    ([key, value]) => [key.toLowerCase(), value === null ? undefined : [value].flat()] as const,
  );
}

function fromOptions({ context, without }: RequestOptions): NonNullable<RequestFile["context"]> {
  const values = new Map<string, string[]>();
  for (const option of context) {
    const [, key = "", value = ""] = /^([^=]{1,200})=(.*)$/s.exec(option) ?? [];
    if (key === "") throw new UserError("--context takes KEY=VALUE.");
    values.set(key, [...(values.get(key) ?? []), value]);
  }
  return { ...Object.fromEntries(without.map((key) => [key, null])), ...Object.fromEntries(values) };
}

async function readRequestFile(name: string): Promise<RequestFile> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(name, "utf8"));
  } catch {
    throw new UserError(`cannot read ${name} as JSON.`);
  }
  const request = RequestFile.safeParse(json);
  if (!request.success) throw new UserError(`${name} is no request: ${problemOf(request.error)}`);
  return request.data;
}

function problemOf({ issues: [issue] }: z.ZodError): string {
  return `${issue?.path.join(".") ?? ""}: ${issue?.message ?? "is wrong"}`.replace(/^: /, "");
}
