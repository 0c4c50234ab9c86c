import type { Catalog } from "../src/policy/catalog/catalog.ts";
import { checkPolicy } from "../src/policy/check.ts";
import type { FindingType } from "../src/policy/finding.ts";
import { globMatches } from "../src/policy/glob.ts";
import type { PathElement, Span } from "../src/policy/location.ts";
import { type FirstSeen, type RecordedAnswer, submittedText } from "./recorded-corpus.ts";

/**
 * The first day from which AWS's answers reflect a check as it is today (the check is younger than the
 * records, or was changed). Before it the check is left out of the comparison on both sides.
 */
const comparableSince: Readonly<Record<string, string>> = {
  EQUIVALENT_TO_NULL_FALSE: "2025-10-15",
  EQUIVALENT_TO_NULL_TRUE: "2025-10-15",
  INVALID_SERVICE_PRINCIPAL_FORMAT: "2025-10-15",
  MISSING_ARN_ACCOUNT: "2026-03-04",
  MISSING_QUALIFIER: "2025-12-10",
  STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS: "2025-04-29",
  TYPE_MISMATCH: "2024-12-06",
};

/** Checks against lists of names that AWS keeps changing: older answers are no measure, only the current ones. */
const comparableWhenCurrent: ReadonlySet<string> = new Set([
  "ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE",
  "FORALLVALUES_WITH_SINGLE_VALUED_KEY",
  "INVALID_GLOBAL_CONDITION_KEY",
  "INVALID_SERVICE",
  "INVALID_SERVICE_CONDITION_KEY",
]);

/** Checks of action names: a difference on an older answer is put down to the date if the list explains it. */
const datedNames: ReadonlySet<string> = new Set(["INVALID_ACTION", "INVALID_SERVICE_IN_ACTION"]);

export interface Difference {
  readonly name: string;
  readonly date: string;
  readonly current: boolean;
  readonly side: "only AWS" | "only here";
  readonly issueCode: string;
  readonly findingType: FindingType;
  /** The path as text, `Statement.0.Action.3`, with the kind of its last step. */
  readonly place: string;
  /** The text at the place. */
  readonly excerpt: string;
  /** Set when the age of the answer explains the difference. */
  readonly explained?: string;
}

export interface Comparison {
  readonly answer: RecordedAnswer;
  readonly matched: readonly string[];
  readonly differences: readonly Difference[];
}

interface Located {
  readonly issueCode: string;
  readonly findingType: FindingType;
  readonly place: string;
  readonly span: Span;
}

/** Compares our findings with AWS's, location by location; findings of our own origin are left out. */
export function compare(answer: RecordedAnswer, catalog: Catalog, firstSeen: FirstSeen): Comparison {
  const text = submittedText(answer.document);
  const report = checkPolicy({ policy: text, policyType: "identity" }, { catalog, escalationPaths: [] });
  const isComparable = ({ issueCode }: { issueCode: string }): boolean => isMeasured(issueCode, answer);
  const ours = report.findings
    .filter(({ origin }) => origin === "access-analyzer")
    .filter(isComparable)
    .flatMap(located);
  const theirs = answer.findings.filter(isComparable).flatMap(located);
  const key = ({ issueCode, place }: Located): string => `${issueCode} ${place}`;
  const here = new Set(ours.map(key));
  const there = new Set(theirs.map(key));
  const describe = (side: Difference["side"]) => (item: Located) => {
    const excerpt = text.slice(item.span.start.offset, item.span.end.offset).slice(0, 120);
    const explain = side === "only AWS" ? explainUnknown : explainGone;
    const explained = explain(item.issueCode, excerpt, answer, firstSeen);
    const { name, date, current } = answer;
    const { issueCode, findingType, place } = item;
    return {
      name,
      date,
      current,
      side,
      issueCode,
      findingType,
      place,
      excerpt,
      ...(explained !== undefined && { explained }),
    };
  };
  return {
    answer,
    matched: theirs.filter((item) => here.has(key(item))).map(({ issueCode }) => issueCode),
    differences: [
      ...theirs.filter((item) => !here.has(key(item))).map(describe("only AWS")),
      ...ours.filter((item) => !there.has(key(item))).map(describe("only here")),
    ],
  };
}

function isMeasured(issueCode: string, { date, current }: RecordedAnswer): boolean {
  if (comparableWhenCurrent.has(issueCode)) return current;
  return date >= (comparableSince[issueCode] ?? "");
}

function located(finding: {
  readonly issueCode: string;
  readonly findingType: FindingType;
  readonly locations: readonly { readonly path: readonly PathElement[]; readonly span: Span }[];
}): Located[] {
  const { issueCode, findingType, locations } = finding;
  return locations.map(({ path, span }) => ({ issueCode, findingType, place: placeOf(path), span }));
}

/** Steps of a path; answers of early 2021 write a key as a value, so the kind of a step is not compared. */
function placeOf(path: readonly PathElement[]): string {
  return path.map((step) => JSON.stringify(Object.values(step)[0])).join(".");
}

/**
 * AWS did not know an action that we know. While an action is young AWS's own list may lag behind the
 * reference, so the answer's age explains it up to three months after the action entered the reference.
 */
function explainUnknown(
  issueCode: string,
  excerpt: string,
  { date, current }: RecordedAnswer,
  firstSeen: FirstSeen,
): string | undefined {
  if (!datedNames.has(issueCode) || current) return undefined;
  const first = seenActions(excerpt, firstSeen)
    .map(([from]) => from)
    .sort()[0];
  if (first === undefined) return "in no copy of the reference";
  return daysBetween(first, date) <= 90 ? `in the reference since ${first}, answered on ${date}` : undefined;
}

/** AWS knew an action that we do not know: explained if it has left the reference since, or never was in it. */
function explainGone(
  issueCode: string,
  excerpt: string,
  { date, current }: RecordedAnswer,
  firstSeen: FirstSeen,
): string | undefined {
  if (!datedNames.has(issueCode) || current) return undefined;
  const seen = seenActions(excerpt, firstSeen);
  if (seen.length === 0) return `not in the reference, accepted until ${date}`;
  const last = seen
    .map(([, until]) => until ?? "today")
    .sort()
    .at(-1);
  return last === "today" ? undefined : `left the reference after ${last}, answered on ${date}`;
}

/** First and last day in the reference of the actions that an entry of a policy names or matches. */
function seenActions(excerpt: string, firstSeen: FirstSeen): (readonly [string, string | null])[] {
  const pattern = excerpt.replaceAll('"', "").toLowerCase();
  if (!/[*?]/.test(pattern)) {
    const own = Object.hasOwn(firstSeen, pattern) ? firstSeen[pattern] : undefined;
    return own ? [own] : [];
  }
  return Object.entries(firstSeen)
    .filter(([action]) => globMatches(pattern, action))
    .map(([, days]) => days);
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

export interface CodeScore {
  readonly issueCode: string;
  readonly both: number;
  readonly onlyHere: number;
  readonly onlyAws: number;
  readonly explained: number;
  readonly precision: number;
  readonly recall: number;
}

export interface Agreement {
  readonly policies: number;
  /** With the same set of issue codes and paths. */
  readonly identical: number;
  /** With differences all of which the age of the answer explains. */
  readonly explained: number;
  readonly share: number;
  readonly codes: readonly CodeScore[];
  readonly differences: readonly Difference[];
}

/** `share` leaves the policies out whose only differences are explained by the age of the answer. */
export function summarize(comparisons: readonly Comparison[]): Agreement {
  const differences = comparisons.flatMap((comparison) => comparison.differences);
  const identical = comparisons.filter((comparison) => comparison.differences.length === 0).length;
  const explained = comparisons.filter(
    (comparison) =>
      comparison.differences.length > 0 &&
      comparison.differences.every((difference) => difference.explained !== undefined),
  ).length;
  return {
    policies: comparisons.length,
    identical,
    explained,
    share: identical / Math.max(1, comparisons.length - explained),
    codes: scoreCodes(comparisons),
    differences,
  };
}

function scoreCodes(comparisons: readonly Comparison[]): CodeScore[] {
  const matched = comparisons.flatMap((comparison) => comparison.matched);
  const differences = comparisons.flatMap((comparison) => comparison.differences);
  const codes = new Set([...matched, ...differences.map(({ issueCode }) => issueCode)]);
  return [...codes].sort().map((issueCode) => {
    const own = differences.filter((difference) => difference.issueCode === issueCode);
    const open = own.filter((difference) => difference.explained === undefined);
    const both = matched.filter((code) => code === issueCode).length;
    const onlyHere = open.filter(({ side }) => side === "only here").length;
    const onlyAws = open.length - onlyHere;
    const explained = own.length - open.length;
    return {
      issueCode,
      both,
      onlyHere,
      onlyAws,
      explained,
      precision: both / Math.max(1, both + onlyHere),
      recall: both / Math.max(1, both + onlyAws),
    };
  });
}
