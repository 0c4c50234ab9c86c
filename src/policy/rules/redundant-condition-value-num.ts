import { conditionsOf } from "../condition-key.ts";
import { removeItems } from "../edit.ts";
import { scalarText } from "../model.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "REDUNDANT_CONDITION_VALUE_NUM",
  findingType: "SUGGESTION",
  title: "Redundant condition value num",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "Several values of a key count as OR, so that with less or greater only the widest one decides.",
  fix: "Keep the value that decides.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "NumericLessThan": { ⟦"s3:max-keys"⟧: ["10", "20"] } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "NumericLessThan": { "s3:max-keys": "20" } } } ] }`,
    },
  },

  *check(policy) {
    for (const { condition } of conditionsOf(policy)) {
      const { base } = condition.operator;
      if (!/^Numeric(?:Less|Greater)/.test(base) || condition.values.length < 2) continue;
      const isLess = base.startsWith("NumericLess");
      const numbers = condition.values.map((value) => Number(scalarText(value)));
      if (numbers.some(Number.isNaN)) continue;
      const deciding = numbers.reduce((best, next) => (isLess === next > best ? next : best));
      const kept = condition.values[numbers.indexOf(deciding)];
      const list = condition.keyMember.value;
      const rest = new Set(condition.values.filter((value) => value !== kept));
      yield {
        at: { keyOf: condition.keyMember },
        message: `With ${base} only the ${isLess ? "greatest" : "least"} value counts.`,
        ...(list.type === "array" && { edits: removeItems(list, rest) }),
      };
    }
  },
});
