import type { Location, Span } from "./location.ts";
import type { PolicyType } from "./model.ts";

export const findingTypes = ["ERROR", "SECURITY_WARNING", "WARNING", "SUGGESTION"] as const;
/** As in the ValidatePolicy API, from worst to mildest. */
export type FindingType = (typeof findingTypes)[number];

/** A replacement of a piece of the text that was checked; `start` and `end` are offsets in it. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

export interface Finding {
  readonly findingType: FindingType;
  readonly issueCode: string;
  readonly title: string;
  readonly findingDetails: string;
  readonly locations: readonly Location[];
  /** The first location for people: `Statement[0].Action (3:14)`. */
  readonly at: string;
  /** The line of the first location with a caret line below it. */
  readonly excerpt: string;
  /** Ids of the facts behind the finding. */
  readonly facts: readonly string[];
  /** Ids of the escalation paths that are open. */
  readonly escalationPaths?: readonly string[];
  readonly fix: string;
  /** Given where the remedy is mechanical: applied together they resolve the finding. */
  readonly edits?: readonly Edit[];
  /** Given where the edits take permissions away: the actions that nobody who holds the policy may use any longer. */
  readonly withdraws?: readonly string[];
  /** AWS's documentation of the check. */
  readonly learnMoreLink?: string;
  readonly origin: "access-analyzer" | "iam-pitfalls";
}

export interface Report {
  readonly policyType: PolicyType;
  /** Whether the type was worked out from the document. */
  readonly inferred: boolean;
  /** Which wrapper was taken off before the check. */
  readonly unwrapped?: string;
  /** All that was found. */
  readonly summary: Readonly<Record<FindingType, number>>;
  /** All of them, but for documents far larger than AWS takes: of one code and type only the first 10,000. */
  readonly findings: readonly Finding[];
  /** The text that positions count in: the document after unwrapping. */
  readonly text: string;
  /** The document with every mechanical fix applied, if there is one. */
  readonly correctedPolicy?: string;
  /** Day of the service authorization data, YYYY-MM-DD. */
  readonly dataAsOf: string;
}
