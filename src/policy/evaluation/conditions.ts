import { type Condition, scalarText } from "../model.ts";
import { every, not, some, type Verdict } from "../permissions/context.ts";
import { comparisons } from "./compare.ts";
import { expand } from "./expand.ts";
import type { RequestContext } from "./request.ts";

/** Whether one condition holds for a request. */
export function judgeCondition(
  condition: Condition,
  context: RequestContext,
  hasVariables: boolean,
): Verdict {
  const { operator, values } = condition;
  const key = condition.key.toLowerCase();
  if (operator.base === "Null") return judgeNull(condition, context);
  if (operator.family === undefined || operator.family === "any") return "unknown";
  if (!context.has(key)) return withoutKnowing(condition);
  const found = context.get(key) ?? [];
  if (found.length === 0) return whenMissing(condition);
  const matches = (value: string): Verdict => {
    const matched = some(
      values.map((wanted) => matchesOne(condition, scalarText(wanted), value, context, hasVariables)),
    );
    return operator.negated ? not(matched) : matched;
  };
  if (operator.qualifier === "ForAllValues")
    return found.every((value) => value === "") && !operator.negated ? "yes" : every(found.map(matches));
  if (operator.qualifier === "ForAnyValue") return some(found.map(matches));
  // How several values of a request are compared without a set operator is not documented.
  const [only = "", ...more] = found;
  return more.length > 0 ? "unknown" : matches(only);
}

/** The key is there with a value ("false"), or it is not ("true"); an empty text may count as either. */
function judgeNull({ operator, key, values }: Condition, context: RequestContext): Verdict {
  if (operator.qualifier || operator.ifExists || !context.has(key.toLowerCase())) return "unknown";
  const found = context.get(key.toLowerCase()) ?? [];
  if (found.length > 0 && found.every((value) => value === "")) return "unknown";
  const isNull = String(found.length === 0);
  return some(
    values.map((wanted): Verdict => {
      const text = scalarText(wanted).toLowerCase();
      if (text !== "true" && text !== "false") return "unknown";
      return text === isNull ? "yes" : "no";
    }),
  );
}

function whenMissing({ operator: { negated, ifExists, qualifier } }: Condition): Verdict {
  if (ifExists) return "yes";
  // AWS's text says that ForAllValues is true then; its table for negated operators shows the opposite.
  if (qualifier === "ForAllValues") return negated ? "unknown" : "yes";
  if (qualifier === "ForAnyValue") return "no";
  return negated ? "yes" : "no";
}

/** What holds whatever the request carries: both with the key and without it. */
function withoutKnowing(condition: Condition): Verdict {
  const { operator, values } = condition;
  const { negated, base } = operator;
  const texts = values.map(scalarText);
  const always = base.replace("Not", "") === "StringLike" && texts.includes("*");
  const present = (always && "yes") || (texts.length === 0 && "no");
  if (!present) return "unknown";
  const matched = negated ? not(present) : present;
  return matched === whenMissing(condition) ? matched : "unknown";
}

function matchesOne(
  { operator }: Condition,
  wanted: string,
  found: string,
  context: RequestContext,
  hasVariables: boolean,
): Verdict {
  const positive = operator.base.replace("Not", "");
  const compare = Object.hasOwn(comparisons, positive) ? comparisons[positive] : undefined;
  if (!compare) return "unknown";
  const takesVariables = operator.family === "String" || operator.family === "Arn";
  const isVariable = hasVariables && wanted.includes("${");
  if (isVariable && !takesVariables) return "unknown";
  const expanded = expand(wanted, context, hasVariables && takesVariables);
  if (expanded === "unknown") return "unknown";
  return expanded === "no value" ? "no" : compare(expanded.text, found);
}
