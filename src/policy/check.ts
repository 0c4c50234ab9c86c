import { applyEdits } from "./edit.ts";
import { type Finding, type FindingType, findingTypes, type Report } from "./finding.ts";
import { foreignTextAdvice } from "./foreign-text.ts";
import { repeatedMembers } from "./grammar.ts";
import { inferType } from "./infer-type.ts";
import { type Location, Locator, type Place, renderLocation } from "./location.ts";
import { type Policy, type PolicyType, readPolicy } from "./model.ts";
import { type JsonMember, type JsonObject, parseJson } from "./parse/json-tree.ts";
import { MAX_POLICY_CHARACTERS } from "./policy-size.ts";
import { learnMoreLink, type Problem, type Rule, type RuleData, type TextEdit } from "./rule.ts";
import { rules } from "./rules/index.ts";
import { unwrap } from "./unwrap.ts";

export interface CheckRequest {
  /** The document, or one of the wrappers it comes in, as text. */
  readonly policy: string;
  /** Worked out from the document where it is missing. */
  readonly policyType?: PolicyType | undefined;
  /** CloudFormation type of the resource that a resource policy is attached to, such as `AWS::S3::Bucket`. */
  readonly resourceType?: string | undefined;
}

/**
 * As many findings of one code and type, and as many places of one finding, are written out; the rest is counted. A
 * document of 20,480 characters, which most services take at most, cannot hold so many.
 */
export const MAX_LISTED = 10_000;

/** Says everything that is wrong with a policy document. Never throws on content: bad input is a finding. */
export function checkPolicy(request: CheckRequest, data: RuleData): Report {
  const { text, wrapper, policyType: wrapped } = unwrap(request.policy);
  const base = {
    ...(wrapper !== undefined && { unwrapped: wrapper }),
    text,
    dataAsOf: data.catalog.dataAsOf,
  };
  const named = typeForResource(request) ?? request.policyType ?? wrapped;
  const fail = (problem: Problem): Report =>
    toReport({ ...base, policyType: named ?? "identity", inferred: named === undefined }, [
      describe(syntaxRule, problem, new Locator(text)),
    ]);

  if (text.length > MAX_POLICY_CHARACTERS)
    return fail({
      at: "document",
      message: `The text has ${text.length} characters; more than ${MAX_POLICY_CHARACTERS} are not read. IAM itself takes a few thousand.`,
      fix: "Give one policy document at a time.",
    });
  const parsed = parseJson(text);
  if ("problem" in parsed) {
    const { start, end, message } = parsed.problem;
    const fix = foreignTextAdvice(text);
    return fail({
      at: { type: "null", start, end, parent: undefined },
      message: `${message}.`,
      ...(fix !== undefined && { fix }),
    });
  }
  const { root } = parsed;
  if (root.type !== "object")
    return fail({
      at: root,
      message: "A policy document is a JSON object; this is not one.",
      fix: "Give the document itself: an object with Version and Statement.",
    });

  const policyType = named ?? inferType(root);
  const { resourceType } = request;
  const { findings, omitted } = findAll(readPolicy(text, root, policyType, resourceType), data);
  const correctedPolicy = correct({ text, findings }, (corrected) => {
    const again = parseJson(corrected);
    if (!("root" in again) || again.root.type !== "object") return [];
    return findAll(readPolicy(corrected, again.root, policyType, resourceType), data).findings;
  });
  const head = { ...base, policyType, inferred: named === undefined };
  return toReport({ ...head, ...(correctedPolicy !== undefined && { correctedPolicy }) }, findings, omitted);
}

/** AWS gives trust policies the type of resource policies and tells them by their resource type. */
function typeForResource({ policyType = "resource", resourceType }: CheckRequest): PolicyType | undefined {
  if (resourceType === undefined || policyType !== "resource") return undefined;
  return resourceType === "AWS::IAM::AssumeRolePolicyDocument" ? "trust" : "resource";
}

/** What the rules find, in the order of the text. */
function findAll(policy: Policy, data: RuleData) {
  const list = new FindingList(new Locator(policy.text));
  list.take(syntaxRule, repetitions(policy.root));
  for (const rule of rules)
    if (rule.appliesTo.includes(policy.type)) list.take(rule, rule.check(policy, data));
  return { findings: list.findings.toSorted(byPlace), omitted: list.omitted };
}

const nothing: Readonly<Record<FindingType, number>> = {
  ERROR: 0,
  SECURITY_WARNING: 0,
  WARNING: 0,
  SUGGESTION: 0,
};

/** Writes out what the rules find, within bounds: a hostile document must not cost memory without end. */
class FindingList {
  readonly findings: Finding[] = [];
  readonly omitted: Record<FindingType, number> = { ...nothing };
  readonly #locator: Locator;

  constructor(locator: Locator) {
    this.#locator = locator;
  }

  take(rule: RuleHead, problems: Iterable<Problem>): void {
    const listed: Record<FindingType, number> = { ...nothing };
    for (const problem of problems) {
      const findingType = problem.findingType ?? rule.findingType;
      if (listed[findingType] < MAX_LISTED) {
        listed[findingType] += 1;
        this.findings.push(describe(rule, problem, this.#locator));
      } else this.omitted[findingType] += 1;
    }
  }
}

function* repetitions(root: JsonObject): Iterable<Problem> {
  for (const member of repeatedMembers(root)) yield repetition(member);
}

/**
 * JSON lets a name stand twice, and parsers disagree about which one counts. IAM refuses such documents today
 * (those saved long ago live on by rules of their own), so they are no sound JSON here either.
 */
function repetition(member: JsonMember): Problem {
  return {
    at: { keyOf: member },
    message: "This name stands twice in the same object; only the last one would count.",
    fix: "Keep one member of this name; put several values into one list.",
  };
}

/** What the reader itself reports, in the form of a rule. */
export const syntaxRule = {
  issueCode: "JSON_SYNTAX_ERROR",
  findingType: "ERROR",
  title: "JSON syntax error",
  origin: "access-analyzer",
  fix: "Correct the JSON at this place; nothing after it was checked.",
  facts: [],
} as const satisfies Partial<Rule>;

type RuleHead = Pick<Rule, "issueCode" | "findingType" | "title" | "origin" | "fix" | "facts">;

function describe(rule: RuleHead, problem: Problem, locator: Locator): Finding {
  const places = Array.isArray(problem.at) ? problem.at : [problem.at];
  const locations = places.slice(0, MAX_LISTED).map((place: Place) => locator.locate(place));
  const findingType = problem.findingType ?? rule.findingType;
  return {
    findingType,
    issueCode: rule.issueCode,
    title: rule.title,
    findingDetails: problem.message,
    locations,
    at: renderLocation(locations[0]),
    excerpt: renderExcerpt(locations[0], locator),
    facts: problem.facts ?? rule.facts,
    ...(problem.escalationPaths && { escalationPaths: problem.escalationPaths }),
    fix: problem.fix ?? rule.fix,
    ...(problem.edits && { edits: problem.edits.slice(0, MAX_LISTED).map((edit) => toEdit(edit, locator)) }),
    ...(problem.withdraws && { withdraws: problem.withdraws }),
    ...(rule.origin === "access-analyzer" && { learnMoreLink: learnMoreLink(findingType, rule.issueCode) }),
    origin: rule.origin,
  };
}

function toEdit({ start, end, newText }: TextEdit, locator: Locator): NonNullable<Finding["edits"]>[number] {
  return { span: locator.span(start, end), newText };
}

function toReport(
  head: Omit<Report, "summary" | "findings">,
  findings: readonly Finding[],
  omitted = nothing,
): Report {
  const summary: Record<FindingType, number> = { ...omitted };
  for (const { findingType } of findings) summary[findingType] += 1;
  return { ...head, summary, findings };
}

/** So often the document is read again when two remedies met at one place. */
const MAX_ROUNDS = 4;

/** In a longer document a remedy that met another waits for the next check. */
const MAX_ROUNDS_CHARACTERS = 20_000;

/** The document with the edits of the findings, and with those that only the corrected document takes. */
function correct(
  first: { readonly text: string; readonly findings: readonly Finding[] },
  recheck: (text: string) => readonly Finding[],
): string | undefined {
  let { text, left } = applyEdits(first.text, first.findings);
  for (let round = 1; left && round < MAX_ROUNDS && text.length <= MAX_ROUNDS_CHARACTERS; round += 1)
    ({ text, left } = applyEdits(text, recheck(text)));
  return text === first.text ? undefined : text;
}

/** AWS's order: by where a finding starts, then by its code. */
function byPlace(a: Finding, b: Finding): number {
  const offset = (finding: Finding): number => finding.locations[0]?.span.start.offset ?? 0;
  return offset(a) - offset(b) || (a.issueCode < b.issueCode ? -1 : Number(a.issueCode > b.issueCode));
}

const EXCERPT_WIDTH = 100;

/** The line with carets below the place, cut to a readable width around it. */
function renderExcerpt(location: Location | undefined, locator: Locator): string {
  if (!location) return "";
  const { start, end } = location.span;
  const line = locator.lineOf(start);
  const from = Math.max(0, Math.min(start.column - 30, line.length - EXCERPT_WIDTH));
  const shown = line.slice(from, from + EXCERPT_WIDTH).replaceAll("\t", " ");
  const width = end.line === start.line ? end.column - start.column : line.length - start.column;
  const column = start.column - from + (from > 0 ? 1 : 0);
  const room = shown.length + (from > 0 ? 1 : 0) - column;
  const carets = "^".repeat(Math.max(1, Math.min(width, room)));
  const head = from > 0 ? "…" : "";
  const tail = from + EXCERPT_WIDTH < line.length ? "…" : "";
  return `${head}${shown}${tail}\n${" ".repeat(column)}${carets}`;
}

/** From worst to mildest; used to compare with a threshold. */
export function isAtLeast(findingType: FindingType, threshold: FindingType): boolean {
  return findingTypes.indexOf(findingType) <= findingTypes.indexOf(threshold);
}
