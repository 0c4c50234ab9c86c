import { type JsonObject, memberOf } from "../parse/json-tree.ts";
import { defineRule, everyType, type Problem } from "../rule.ts";

export default defineRule({
  issueCode: "DUPLICATE_KEYS_WITH_DIFFERENT_CASE",
  findingType: "ERROR",
  title: "Duplicate keys with different case",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "Condition keys are the same in any case, so one key stands twice under its operator.",
  fix: "Keep one spelling of the key and put all its values into one list.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:username": "a", ⟦"AWS:UserName"⟧: "b" } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:username": ["a", "b"] } } } ] }`,
    },
  },

  *check(policy) {
    for (const { node } of policy.statements) {
      const conditions = memberOf(node, "Condition")?.value;
      if (conditions?.type !== "object") continue;
      for (const { value } of conditions.members) if (value.type === "object") yield* repetitions(value);
    }
  },
});

function* repetitions(operator: JsonObject): Iterable<Problem> {
  const seen = new Map<string, string>();
  for (const member of operator.members) {
    const folded = member.key.toLowerCase();
    const first = seen.get(folded);
    if (first === undefined) seen.set(folded, member.key);
    else if (first !== member.key)
      yield { at: { keyOf: member }, message: `This is the key ${first} again, in another case.` };
  }
}
