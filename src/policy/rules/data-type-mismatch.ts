import { listOf } from "../model.ts";
import { type JsonMember, type JsonNode, memberOf } from "../parse/json-tree.ts";
import { defineRule, everyType, type Problem } from "../rule.ts";

export default defineRule({
  issueCode: "DATA_TYPE_MISMATCH",
  findingType: "ERROR",
  title: "Data type mismatch",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "Every element has a fixed JSON type; a document with another one is refused as a whole.",
  fix: "Give the element the JSON type that the grammar asks for.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": ⟦{ "s3": "GetObject" }⟧, "Resource": "*" } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
  },

  *check(policy) {
    yield* misfits(memberOf(policy.root, "Version"), "string");
    yield* misfits(memberOf(policy.root, "Id"), "string");
    yield* misfits(memberOf(policy.root, "Statement"), "statements");
    for (const { node } of policy.statements)
      for (const [name, shape] of shapes) yield* misfits(memberOf(node, name), shape);
  },
});

type Shape = "string" | "strings" | "statements" | "principals" | "conditions";

const shapes: readonly (readonly [string, Shape])[] = [
  ["Sid", "string"],
  ["Effect", "string"],
  ["Principal", "principals"],
  ["NotPrincipal", "principals"],
  ["Action", "strings"],
  ["NotAction", "strings"],
  ["Resource", "strings"],
  ["NotResource", "strings"],
  ["Condition", "conditions"],
];

function misfits(member: JsonMember | undefined, shape: Shape): Iterable<Problem> {
  if (!member) return [];
  const { key, value } = member;
  switch (shape) {
    case "string":
      return expect(value, ["string"], `${key} is a string`);
    case "strings":
      return expectItems(value, ["string"], `${key} is a string or a list of strings`);
    case "statements":
      return expectItems(value, ["object"], "Statement is an object or a list of objects");
    case "principals":
      return principalMisfits(value, key);
    case "conditions":
      return conditionMisfits(value);
  }
}

function* principalMisfits(value: JsonNode, key: string): Iterable<Problem> {
  if (value.type === "string") return;
  yield* expect(value, ["object"], `${key} is "*" or an object with the kinds of principals`);
  if (value.type !== "object") return;
  for (const kind of value.members)
    yield* expectItems(kind.value, ["string"], "Principals of a kind are a string or a list of strings");
}

function* conditionMisfits(value: JsonNode): Iterable<Problem> {
  yield* expect(value, ["object"], "Condition is an object with operators");
  if (value.type !== "object") return;
  for (const operator of value.members) {
    yield* expect(operator.value, ["object"], "Below an operator stands an object with condition keys");
    if (operator.value.type !== "object") continue;
    for (const key of operator.value.members)
      yield* expectItems(
        key.value,
        ["string", "boolean", "number"],
        "A condition key has a string, number or boolean, or a list of them",
      );
  }
}

function* expectItems(value: JsonNode, types: readonly JsonNode["type"][], rule: string): Iterable<Problem> {
  for (const item of listOf(value)) yield* expect(item, types, rule);
}

function* expect(value: JsonNode, types: readonly JsonNode["type"][], rule: string): Iterable<Problem> {
  if (types.includes(value.type)) return;
  yield { at: value, message: `${rule}; this is ${nameOf(value)}.` };
}

function nameOf(node: JsonNode): string {
  const [only, ...others] = node.type === "object" ? node.members : [];
  if (only && others.length === 0 && /^(?:Ref|Condition|Fn::\w{1,30})$/.test(only.key))
    return "an intrinsic function of CloudFormation, which only a deployment can resolve";
  return node.type === "null" ? "null" : `${/^[ao]/.test(node.type) ? "an" : "a"} ${node.type}`;
}
