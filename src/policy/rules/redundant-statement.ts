import { removeItems } from "../edit.ts";
import type { Statement } from "../model.ts";
import { type JsonNode, type JsonObject, memberOf } from "../parse/json-tree.ts";
import { defineRule, everyType } from "../rule.ts";

/**
 * The same text for statements that differ only in their Sid, in the order of members and of lists, in what a list
 * repeats, and in a list of one for its item: no list of the grammar has an order.
 */
function meaningOf(statement: JsonObject): string {
  const members = statement.members.filter(({ key }) => key !== "Sid");
  return canonical({ ...statement, members });
}

/** The parser bounds the depth. */
function canonical(node: JsonNode): string {
  if (node.type === "array") {
    const items = [...new Set(node.items.map(canonical))].sort();
    return items.length === 1 ? (items[0] ?? "") : `[${items.join(",")}]`;
  }
  if (node.type === "object")
    return `{${node.members
      .map(({ key, value }) => `${JSON.stringify(key)}:${canonical(value)}`)
      .sort()
      .join(",")}}`;
  return node.type === "null" ? "null" : JSON.stringify(node.value);
}

export default defineRule({
  issueCode: "REDUNDANT_STATEMENT",
  findingType: "SUGGESTION",
  title: "Redundant statement",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "The second of two statements that say the same changes nothing.",
  fix: "Remove one of them.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        ⟦{ "Sid": "A", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }⟧,
        ⟦{ "Sid": "B", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }⟧ ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Sid": "A", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
  },

  *check(policy) {
    const groups = new Map<string, Statement[]>();
    for (const statement of policy.statements) {
      const meaning = meaningOf(statement.node);
      const group = groups.get(meaning);
      if (group) group.push(statement);
      else groups.set(meaning, [statement]);
    }
    const list = memberOf(policy.root, "Statement")?.value;
    for (const [, group] of groups) {
      const nodes = group.map(({ node }) => node);
      if (nodes.length < 2) continue;
      yield {
        at: nodes,
        message: `${nodes.length} statements say the same.`,
        edits: list?.type === "array" ? removeItems(list, new Set(nodes.slice(1))) : [],
      };
    }
  },
});
