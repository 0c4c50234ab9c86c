import { globMatches, globsIntersect } from "../glob.ts";
import { type Condition, scalarText } from "../model.ts";
import { type Context, every, not, some, type Verdict } from "./context.ts";

/**
 * Whether a statement with these conditions applies to a request. Conditions on keys that the context does
 * not settle are unknown, unless they contradict themselves or each other.
 */
export function judgeConditions(conditions: readonly Condition[], context: Context): Verdict {
  const verdict = every(conditions.map((condition) => judge(condition, context)));
  return verdict === "unknown" && contradict(conditions) ? "no" : verdict;
}

function judge(condition: Condition, context: Context): Verdict {
  const key = condition.key.toLowerCase();
  const { operator } = condition;
  if (!context.has(key)) return withoutKnowing(condition);
  const value = context.get(key);
  if (operator.base === "Null")
    return some(
      condition.values.map((wanted) => verdictOf(isTrue(scalarText(wanted)) === (value === undefined))),
    );
  if (value === undefined)
    return verdictOf(operator.negated || operator.ifExists || operator.qualifier === "ForAllValues");
  const matched = some(condition.values.map((wanted) => matches(operator.base, scalarText(wanted), value)));
  return operator.negated ? not(matched) : matched;
}

/** What holds whatever the request carries. */
function withoutKnowing(condition: Condition): Verdict {
  const { operator, values } = condition;
  if (isEmptyTest(condition)) return "no";
  const always =
    operator.base === "StringLike" && (operator.ifExists || operator.qualifier === "ForAllValues");
  return always && values.some((value) => scalarText(value) === "*") ? "yes" : "unknown";
}

/** A positive test without a value to compare with is never true. */
function isEmptyTest({ operator, values }: Condition): boolean {
  const { negated, ifExists, qualifier } = operator;
  return values.length === 0 && !negated && !ifExists && qualifier !== "ForAllValues";
}

function matches(base: string, wanted: string, value: string): Verdict {
  if (wanted.includes("${")) return "unknown";
  const positive = base.replace("Not", "");
  switch (positive) {
    case "StringEquals":
      return verdictOf(wanted === value);
    case "StringEqualsIgnoreCase":
      return verdictOf(wanted.toLowerCase() === value.toLowerCase());
    case "StringLike":
    case "ArnEquals":
    case "ArnLike":
      return verdictOf(globMatches(anyAccount(wanted), value));
    case "Bool":
      return verdictOf(wanted.toLowerCase() === value.toLowerCase());
    default:
      return "unknown";
  }
}

/** Whose account an ARN names cannot be told from the documents: the caller's own is taken to be meant. */
function anyAccount(arn: string): string {
  return arn.replace(/^((?:[^:]*:){4})\d{12}:/, "$1*:");
}

/** Two tests of one single-valued key that no value passes, such as `aws:x` equal to `a` and like `b*`. */
function contradict(conditions: readonly Condition[]): boolean {
  const tests = new Map<string, readonly string[]>();
  for (const { key, operator, values } of conditions) {
    const { base, qualifier, ifExists } = operator;
    const comparable = base === "StringEquals" || base === "StringLike" || base === "Bool";
    if (!comparable || qualifier || ifExists || values.length > MAX_COMPARED) continue;
    const texts = values.map(scalarText);
    if (texts.some((text) => text.includes("${"))) continue;
    const folded = key.toLowerCase();
    const earlier = tests.get(folded);
    if (earlier && !earlier.some((a) => texts.some((b) => globsIntersect(a, b)))) return true;
    tests.set(folded, texts);
  }
  return false;
}

/** Longer lists are not compared with each other. */
const MAX_COMPARED = 50;

function isTrue(text: string): boolean {
  return text.toLowerCase() === "true";
}

function verdictOf(value: boolean): Verdict {
  return value ? "yes" : "no";
}
