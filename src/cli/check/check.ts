import { checkPolicy, isAtLeast } from "../../policy/check.ts";
import { escalationCodes } from "../../policy/escalation/analysis.ts";
import { layerTypes } from "../../policy/evaluation/layers.ts";
import { type FindingType, findingTypes } from "../../policy/finding.ts";
import { type PolicyType, policyTypes } from "../../policy/model.ts";
import { checkPrincipal, type PrincipalReport } from "../../policy/principal/check-principal.ts";
import type { RuleData } from "../../policy/rule.ts";
import type { FoundPolicy } from "../../policy/sources/found-policy.ts";
import { fitReport } from "../../server/tools/check-policy.ts";
import { UserError } from "../../user-error.ts";
import { type Command, type CommandContext, readArguments } from "../command.ts";
import type { Terminal } from "../terminal.ts";
import { subtractBaseline, writeBaseline } from "./baseline.ts";
import type { Checked } from "./checked.ts";
import { findInputs, type Input } from "./find-inputs.ts";
import { correctedBy, fixFile, hasPlace } from "./fix-file.ts";
import { openContainer } from "./open-container.ts";
import { type PrincipalOptions, readPrincipalInputs } from "./principal-inputs.ts";
import { renderGithub } from "./render-github.ts";
import { renderPrincipal } from "./render-principal.ts";
import { renderSarif } from "./render-sarif.ts";
import { renderReport } from "./render-text.ts";

const formats = ["text", "json", "sarif", "github"] as const;
const levels = [...findingTypes, "NONE"] as const;

const usage = [
  "[FILE|DIR|GLOB|-…]",
  `[--type ${policyTypes.join("|")}]`,
  "[--resource-type AWS::S3::Bucket]",
  `[--format ${formats.join("|")}]`,
  `[--fail-on ${levels.join("|")}]`,
  "[--fix [--withdraw]]",
  "[--baseline FILE [--update-baseline]]",
  "[--one-principal] [--boundary FILE] [--scp [LEVEL=]FILE…] [--session-policy FILE]",
].join(" ");

export const check: Command = {
  name: "check",
  usage,
  summary:
    "Checks policies; exit 0 clean, 1 findings at or above --fail-on (default ERROR), 2 unusable input. --one-principal, --boundary, --scp and --session-policy judge the files as the identity policies of one user or role",

  async run(argv, context) {
    const { app, terminal } = context;
    const options = readOptions(argv);
    if (options.principal) return checkOnePrincipal(options, options.principal, context);
    const { rules } = await import("../../policy/rules/index.ts");
    const found = await checkAll(options, context);
    if (options.baseline !== undefined && options.updateBaseline) {
      const count = await writeBaseline(found, options.baseline);
      terminal.note(`${count} known findings written to ${options.baseline}`);
      return 0;
    }
    const checked = options.baseline === undefined ? found : await subtractBaseline(found, options.baseline);
    const render = {
      text: () => checked.map((each) => renderReport(nameOf(each), each.report, terminal)).join("\n\n"),
      json: () => renderJson(checked),
      sarif: () => renderSarif(checked, rules, app.version),
      github: () => renderGithub(checked),
    };
    const text = render[options.format]();
    if (options.format === "json" || options.format === "sarif") terminal.json(text);
    else if (text !== "") terminal.out(text);
    if (options.format === "text") await explain(checked, options, terminal);
    return checked.some((each) => fails(each, options.failOn)) ? 1 : 0;
  },
};

interface Options {
  readonly inputs: readonly string[];
  readonly policyType: PolicyType | undefined;
  readonly resourceType: string | undefined;
  readonly format: (typeof formats)[number];
  readonly failOn: (typeof levels)[number];
  readonly fix: boolean;
  /** Whether fixes may take permissions away. */
  readonly withdraw: boolean;
  readonly baseline: string | undefined;
  readonly updateBaseline: boolean;
  readonly principal: PrincipalOptions | undefined;
}

function readOptions(argv: readonly string[]): Options {
  const { values, positionals } = readArguments(
    argv,
    {
      type: { type: "string" },
      "resource-type": { type: "string" },
      format: { type: "string", default: "text" },
      "fail-on": { type: "string", default: "ERROR" },
      fix: { type: "boolean", default: false },
      withdraw: { type: "boolean", default: false },
      baseline: { type: "string" },
      "update-baseline": { type: "boolean", default: false },
      "one-principal": { type: "boolean", default: false },
      boundary: { type: "string" },
      scp: { type: "string", multiple: true, default: [] },
      "session-policy": { type: "string" },
    },
    `check ${usage}`,
  );
  if (values["update-baseline"] && values.baseline === undefined)
    throw new UserError("--update-baseline needs --baseline FILE.");
  if (values.withdraw && !values.fix) throw new UserError("--withdraw goes with --fix.");
  const limits = [values.boundary, values["session-policy"], ...values.scp];
  const ofOne = values["one-principal"] || limits.some((file) => file !== undefined);
  return {
    inputs: positionals,
    policyType: oneOf(policyTypes, values.type, "--type"),
    resourceType: values["resource-type"],
    format: oneOf(formats, values.format, "--format") ?? "text",
    failOn: oneOf(levels, values["fail-on"], "--fail-on") ?? "ERROR",
    fix: values.fix,
    withdraw: values.withdraw,
    baseline: values.baseline,
    updateBaseline: values["update-baseline"],
    principal: ofOne
      ? { boundary: values.boundary, sessionPolicy: values["session-policy"], scps: values.scp }
      : undefined,
  };
}

function oneOf<T extends string>(
  allowed: readonly T[],
  value: string | undefined,
  option: string,
): T | undefined {
  if (value === undefined) return undefined;
  const wanted = value.toLowerCase().replaceAll("_", "-");
  const found = allowed.find((candidate) => candidate.toLowerCase().replaceAll("_", "-") === wanted);
  if (!found) throw new UserError(`${option} takes one of ${allowed.join(", ")}.`);
  return found;
}

/** Checks every document of a principal, and what all of them allow together. */
async function checkOnePrincipal(
  options: Options,
  principal: PrincipalOptions,
  { app, terminal }: CommandContext,
): Promise<number> {
  const { inputs, policyType, resourceType, format, failOn, fix, baseline } = options;
  if (policyType || resourceType || fix || baseline !== undefined || !["text", "json"].includes(format))
    throw new UserError(
      "the documents of one principal are checked without --type, --resource-type, --fix and --baseline, and with --format text or json.",
    );
  const [documents, data] = await Promise.all([readPrincipalInputs(inputs, principal), app.ruleData()]);
  const checked = documents.map(
    ({ file, policy, policyType: type }): Checked => ({
      file,
      report: checkPolicy({ policy, policyType: layerTypes[type] }, data),
    }),
  );
  const together = checkPrincipal(documents, data);
  if (format === "json") terminal.json(renderJson(checked, together));
  else {
    const reports = checked.map((each) => renderReport(nameOf(each), each.report, terminal));
    terminal.out([...reports, renderPrincipal(together, checked.map(nameOf), terminal)].join("\n\n"));
  }
  if (failOn === "NONE") return 0;
  const open = together.paths.length > 0 && isAtLeast("SECURITY_WARNING", failOn);
  const counted = checked.map((each, index) =>
    countedAlone(each, documents[index]?.policyType !== "identity"),
  );
  return open || counted.some((each) => fails(each, failOn)) ? 1 : 0;
}

/**
 * What a document answers for alone. Whether it opens an escalation path is not for it alone to say where others
 * limit it; and what a boundary, an SCP or a session policy allows too widely it does not grant.
 */
function countedAlone({ report, ...checked }: Checked, limits: boolean): Checked {
  const findings = report.findings.filter(
    ({ issueCode }) => !escalationCodes.has(issueCode) && !(limits && GRANTS_TOO_MUCH.test(issueCode)),
  );
  return { ...checked, report: { ...report, findings } };
}

/** Codes of AWS's checks on what an Allow hands out. */
const GRANTS_TOO_MUCH = /^(?:PASS_ROLE|CREATE_SLR)_WITH_/;

async function checkAll(options: Options, { app, terminal }: CommandContext): Promise<Checked[]> {
  const [inputs, data] = await Promise.all([findInputs(options.inputs), app.ruleData()]);
  const checked: Checked[] = [];
  for (const [index, input] of inputs.entries()) {
    if (terminal.interactive && inputs.length > 10)
      terminal.progress(`checking ${index + 1} of ${inputs.length}: ${input.name}`);
    checked.push(...(await checkInput(input, options, data)));
  }
  if (terminal.interactive) terminal.progress("");
  return checked;
}

async function checkInput(input: Input, options: Options, data: RuleData): Promise<Checked[]> {
  const { policyType, resourceType, fix, withdraw } = options;
  const text = await input.read();
  const found = openContainer(text);
  if (found) return found.map((each) => checkPart(input.name, each, options, data));
  const request = { policy: text, policyType, resourceType };
  const checked: Checked = { file: input.name, report: checkPolicy(request, data) };
  if (!fix) return [checked];
  const fixed = await fixFile(checked, withdraw);
  if (!fixed) return [checked];
  // What is reported is what remains.
  const after = checkPolicy({ ...request, policy: fixed.corrected }, data);
  return [{ ...checked, report: after, patch: fixed.patch }];
}

/** A policy of a larger document: what the document says of its type wins over a guess. */
function checkPart(file: string, found: FoundPolicy, { policyType }: Options, data: RuleData): Checked {
  const report = checkPolicy({ policy: found.text, policyType: policyType ?? found.policyType }, data);
  return { file, part: found.name, report };
}

/** One report alone is the tool's structured result; several come as a list with their names. */
function renderJson(checked: readonly Checked[], principal?: PrincipalReport): string {
  const results = checked.map(({ report }, index) => ({
    ...fitReport(report, Number.POSITIVE_INFINITY),
    ...(index === 0 && principal && { principal }),
  }));
  const [only] = results;
  if (results.length === 1 && only) return JSON.stringify(only, null, 2);
  return JSON.stringify(
    results.map((result, index) => ({ file: checked[index]?.file, part: checked[index]?.part, ...result })),
    null,
    2,
  );
}

async function explain(checked: readonly Checked[], options: Options, terminal: Terminal): Promise<void> {
  for (const { patch } of checked) if (patch !== undefined) terminal.out(`\n${patch.trimEnd()}`);
  if (checked.length > 1) {
    const failing = checked.filter((each) => fails(each, options.failOn)).length;
    terminal.note(
      `\n${checked.length} policies checked, ${failing} with findings of ${options.failOn} or worse.`,
    );
  }
  for (const note of offers(checked, options)) terminal.note(`\n${note}`);
}

/** What --fix would do to the files, or why it left some as they are. */
function offers(checked: readonly Checked[], { fix, withdraw }: Options): readonly string[] {
  const fixable = checked.filter(isFixable);
  const withdrawable = checked.filter(({ report }) => report.findings.some(({ withdraws }) => withdraws));
  const files = (list: readonly Checked[]): string => {
    const { length } = list.filter(hasPlace);
    return length === 1 ? "1 file" : `${length} files`;
  };
  const left = fixable.filter((each) => !hasPlace(each)).length;
  return [
    ...(fixable.some(hasPlace) && !fix ? [`--fix corrects what is mechanical in ${files(fixable)}.`] : []),
    ...(withdrawable.some(hasPlace) && !withdraw
      ? [`--fix --withdraw takes away what opens an escalation path in ${files(withdrawable)}.`]
      : []),
    ...(left > 0 && fix
      ? [
          `--fix left ${left} ${left === 1 ? "document" : "documents"} as it came: it writes files that hold a policy and nothing else.`,
        ]
      : []),
  ];
}

/** Of the findings that are shown: those that a baseline knows are nobody's work today. */
function isFixable({ report }: Checked): boolean {
  return (
    report.findings.some(({ edits, withdraws }) => edits && !withdraws) &&
    correctedBy(report, false) !== undefined
  );
}

function nameOf({ file, part }: Checked): string {
  const name = file === "-" ? "standard input" : file;
  return part === undefined ? name : `${name} > ${part}`;
}

function fails({ report }: Checked, failOn: FindingType | "NONE"): boolean {
  return failOn !== "NONE" && report.findings.some(({ findingType }) => isAtLeast(findingType, failOn));
}
