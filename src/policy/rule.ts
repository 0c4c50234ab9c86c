import type { Catalog } from "./catalog/catalog.ts";
import type { EscalationPath } from "./escalation/path.ts";
import type { FindingType } from "./finding.ts";
import type { Place } from "./location.ts";
import type { Policy, PolicyType } from "./model.ts";

/** What a rule found, at one or several places; the engine adds what is the same for every finding of the rule. */
export interface Problem {
  readonly at: Place | readonly Place[];
  /** What is wrong, naming the offending part, in a sentence or two. */
  readonly message: string;
  /** Replaces the rule's general `fix`. */
  readonly fix?: string;
  /** Set when the rule reports a milder or graver case under the same code. */
  readonly findingType?: FindingType;
  /** A mechanical remedy: replacements in the text, not overlapping. It must never widen what is allowed. */
  readonly edits?: readonly TextEdit[];
  /** Actions that the edits take away from the policy: what it allowed on purpose may be among them. */
  readonly withdraws?: readonly string[];
  /** Replaces the rule's `facts`. */
  readonly facts?: readonly string[];
  /** Ids of the escalation paths that are open. */
  readonly escalationPaths?: readonly string[];
}

export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** Data that rules ask questions of; they have no other source. */
export interface RuleData {
  readonly catalog: Catalog;
  readonly escalationPaths: readonly EscalationPath[];
}

/** A document with the place marked where the finding must point: `⟦` and `⟧` enclose it. */
export interface Example {
  readonly type?: PolicyType;
  readonly resourceType?: string;
  readonly policy: string;
}

export interface Rule {
  /** AWS's issue code where ValidatePolicy has the check; the file is named after it in kebab-case. */
  readonly issueCode: string;
  readonly findingType: FindingType;
  readonly title: string;
  readonly origin: "access-analyzer" | "iam-pitfalls";
  /** The policy types in which the rule looks. */
  readonly appliesTo: readonly PolicyType[];
  /** One or two sentences: why this is a problem. Shown on the page of the check. */
  readonly why: string;
  /** Imperative: what to do. */
  readonly fix: string;
  /** Ids of the facts behind the rule. */
  readonly facts: readonly string[];
  /** Ids of facts that single problems cite instead. */
  readonly otherFacts?: readonly string[];
  /** The documents that show it: `bad` is flagged by this rule exactly at its marks, `good` is not flagged by it. */
  readonly examples: { readonly bad: Example; readonly good: Example };
  /** A method, so that rules and lists of rules compare without casts. */
  check(policy: Policy, data: RuleData): Iterable<Problem>;
}

/** Every fact that a finding of the rule may cite. */
export function citedFacts({
  facts,
  otherFacts = [],
}: Pick<Rule, "facts" | "otherFacts">): readonly string[] {
  return [...facts, ...otherFacts];
}

export function defineRule(rule: Rule): Rule {
  return rule;
}

export const everyType: readonly PolicyType[] = [
  "identity",
  "resource",
  "trust",
  "scp",
  "rcp",
  "permissions-boundary",
];

const CHECKS_PAGE =
  "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html";

/** AWS's anchors are built from the finding type and the code. */
export function learnMoreLink(findingType: FindingType, issueCode: string): string {
  const kind = findingType === "WARNING" ? "general-warning" : kebab(findingType);
  return `${CHECKS_PAGE}#access-analyzer-reference-policy-checks-${kind}-${kebab(issueCode)}`;
}

/** `INVALID_ACTION` -> `invalid-action`: the file name of a rule and the last part of AWS's anchor. */
export function kebab(code: string): string {
  return code.toLowerCase().replaceAll("_", "-");
}
