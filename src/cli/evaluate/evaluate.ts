import { checkPolicy } from "../../policy/check.ts";
import { type Evaluation, type EvaluationDocument, evaluate } from "../../policy/evaluation/evaluate.ts";
import { type Layer, layerTypes } from "../../policy/evaluation/layers.ts";
import { Locator, renderLocation } from "../../policy/location.ts";
import { readDocument } from "../../policy/principal/read-document.ts";
import type { RuleData } from "../../policy/rule.ts";
import { UserError } from "../../user-error.ts";
import { findInputs } from "../check/find-inputs.ts";
import { splitLevel } from "../check/principal-inputs.ts";
import { type Command, readArguments } from "../command.ts";
import type { Terminal } from "../terminal.ts";
import { type RequestOptions, readRequest } from "./read-request.ts";

const outcomes = ["allowed", "denied", "unknown"] as const;

const usage = [
  "[--request FILE] [--principal ARN|SERVICE|anonymous] [--role-arn ARN] [--action NAME] [--resource ARN]",
  "[--context KEY=VALUE…] [--without KEY…] [--complete] [--resource-account ID] [--management-account ID]",
  "[--identity FILE…] [--boundary FILE] [--session-policy FILE…] [--scp [LEVEL=]FILE…] [--rcp [LEVEL=]FILE…]",
  `[--resource-policy FILE|none] [--expect ${outcomes.join("|")}] [--json]`,
].join(" ");

export const evaluateRequest: Command = {
  name: "evaluate",
  usage,
  summary:
    "Decides one request by the policies given, as AWS documents its evaluation, or says what it would take; exit 0 allowed (or as --expect says), 1 otherwise, 2 unusable input",

  async run(argv, { app, terminal }) {
    const options = readOptions(argv);
    const data = await app.ruleData();
    const request = await readRequest(options, data.catalog);
    if (!data.catalog.action(request.action))
      terminal.note(`${request.action.slice(0, 100)} is no action of the service authorization reference.`);
    const documents = (await Promise.all(options.documents.map(readDocuments))).flat();
    for (const document of documents) noteErrors(document, data, terminal);
    const evaluation = evaluate(request, documents, data.catalog);
    const answer = describe(evaluation, documents);
    if (options.json) terminal.json(JSON.stringify(answer, null, 2));
    else terminal.out(render(answer, terminal));
    return evaluation.decision === options.expected ? 0 : 1;
  },
};

interface Options extends RequestOptions {
  readonly documents: readonly DocumentOption[];
  readonly expected: Evaluation["decision"];
  readonly json: boolean;
}

/** A file that options name, and how it bears on the request. */
interface DocumentOption {
  readonly layer: Layer;
  readonly file: string;
  readonly level?: string | undefined;
}

function readOptions(argv: readonly string[]): Options {
  const { values } = readArguments(
    argv,
    {
      request: { type: "string" },
      principal: { type: "string" },
      "role-arn": { type: "string" },
      action: { type: "string" },
      resource: { type: "string" },
      context: { type: "string", multiple: true, default: [] },
      without: { type: "string", multiple: true, default: [] },
      complete: { type: "boolean", default: false },
      "resource-account": { type: "string" },
      "management-account": { type: "string" },
      identity: { type: "string", multiple: true, default: [] },
      boundary: { type: "string" },
      "session-policy": { type: "string", multiple: true, default: [] },
      scp: { type: "string", multiple: true, default: [] },
      rcp: { type: "string", multiple: true, default: [] },
      "resource-policy": { type: "string" },
      expect: { type: "string", default: "allowed" },
      json: { type: "boolean", default: false },
    },
    `evaluate ${usage}`,
    0,
  );
  const expected = outcomes.find((outcome) => outcome === values.expect);
  if (!expected) throw new UserError(`--expect takes one of ${outcomes.join(", ")}.`);
  const all = (layer: Layer, files: readonly (string | undefined)[]): DocumentOption[] =>
    files.flatMap((file) => (file === undefined ? [] : [{ layer, file }]));
  return {
    file: values.request,
    request: {
      principal: values.principal,
      roleArn: values["role-arn"],
      action: values.action,
      resource: values.resource,
      resourceAccount: values["resource-account"],
      managementAccount: values["management-account"],
      complete: values.complete || undefined,
    },
    context: values.context,
    without: values.without,
    documents: [
      ...all("identity", values.identity),
      ...all("permissions-boundary", [values.boundary]),
      ...all("session", values["session-policy"]),
      ...values.scp.map((option) => withLevel("scp", option)),
      ...values.rcp.map((option) => withLevel("rcp", option)),
      ...all("resource", [values["resource-policy"]]),
    ],
    expected,
    json: values.json,
  };
}

function withLevel(layer: Layer, option: string): DocumentOption {
  return { layer, ...splitLevel(option) };
}

/** A document with the name of its file. */
interface NamedDocument extends EvaluationDocument {
  readonly file: string;
}

const NO_STATEMENTS = '{ "Version": "2012-10-17", "Statement": [] }';

async function readDocuments({ layer, file, level }: DocumentOption): Promise<NamedDocument[]> {
  // A resource that is known to have no policy.
  const none = layer === "resource" && file === "none";
  const inputs = none ? [{ name: "none", read: async () => NO_STATEMENTS }] : await findInputs([file]);
  return Promise.all(
    inputs.map(async ({ name, read }) => {
      const policy = readDocument(await read(), layerTypes[layer]);
      if (!policy) throw new UserError(`${name} is no policy document.`);
      return { layer, policy, level, file: name };
    }),
  );
}

/** What AWS would not even save is read as it stands, but not silently. */
function noteErrors({ file, layer, policy }: NamedDocument, data: RuleData, terminal: Terminal): void {
  if (policy.statements.length === 0) return;
  const { summary } = checkPolicy({ policy: policy.text, policyType: layerTypes[layer] }, data);
  if (summary.ERROR > 0)
    terminal.note(`${file} has errors that AWS does not accept; check tells them. It is read as it stands.`);
}

/** The evaluation as it is printed, with the files and places of its statements. */
function describe(evaluation: Evaluation, documents: readonly NamedDocument[]) {
  return {
    ...evaluation,
    reasons: evaluation.reasons.map(({ document, layer, statement, effect, applies }) => {
      const { file = "", policy } = documents[document] ?? {};
      const at = policy ? renderLocation(new Locator(policy.text).locate(statement.node)) : "";
      return { effect, applies, layer, file, at, ...(statement.sid && { sid: statement.sid.value }) };
    }),
  };
}

const colours = { allowed: "green", denied: "red", unknown: "yellow" } as const;

function render(answer: ReturnType<typeof describe>, terminal: Terminal): string {
  const { decision, denial, because, reasons, openKeys } = answer;
  const how = denial && (denial === "explicitDeny" ? " (explicit deny)" : " (implicit deny)");
  return [
    `${terminal.style(colours[decision], decision)}${how ?? ""}: ${because}`,
    ...reasons.map(({ effect, applies, layer, file, at, sid }) =>
      terminal.style(
        "dim",
        `  ${effect} of ${layer}${applies === "yes" ? "" : ", if it applies"}: ${file} ${at}${sid === undefined ? "" : ` ${sid}`}`,
      ),
    ),
    ...openKeys.map((key) => `  not known: ${key} (--context ${key}=VALUE, or --without ${key})`),
  ].join("\n");
}
