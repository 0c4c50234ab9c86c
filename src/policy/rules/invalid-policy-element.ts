import { elementScopes } from "../grammar.ts";
import { nearestName } from "../near-name.ts";
import type { JsonMember } from "../parse/json-tree.ts";
import { defineRule, everyType, type Problem } from "../rule.ts";

export default defineRule({
  issueCode: "INVALID_POLICY_ELEMENT",
  findingType: "ERROR",
  title: "Invalid policy element",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "IAM refuses a document with a member that the policy grammar does not have. The names are case-sensitive.",
  fix: "Remove the member, or write its name as the grammar does.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "condition": ⟦{ "Bool": { "aws:SecureTransport": "true" } }⟧ } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "true" } } } ] }`,
    },
  },

  *check(policy) {
    for (const { object, elements } of elementScopes(policy)) {
      const taken = new Set(object.members.map(({ key }) => key));
      for (const member of object.members)
        if (!elements.includes(member.key)) yield problemOf(member, elements, taken);
    }
  },
});

/** `taken` are the names that the object has, or gets by an earlier edit. */
function problemOf(member: JsonMember, elements: readonly string[], taken: Set<string>): Problem {
  const { key, keyStart, keyEnd, value: at } = member;
  const sameName = elements.find((name) => name.toLowerCase() === key.toLowerCase());
  if (sameName === undefined) {
    const near = nearestName(key, elements);
    const hint = near !== undefined && !taken.has(near) ? ` Did you mean ${near}?` : "";
    return {
      at,
      message: `Nothing of this name may stand here; the grammar has ${elements.join(", ")}.${hint}`,
    };
  }
  const fix = `Write ${sameName}.`;
  const message = `Element names are case-sensitive: this one is written ${sameName}.`;
  if (taken.has(sameName)) return { at, message, fix };
  taken.add(sameName);
  return { at, message, fix, edits: [{ start: keyStart, end: keyEnd, newText: `"${sameName}"` }] };
}
