import { comparesOnlyWith } from "../condition-key.ts";
import type { Condition, Statement } from "../model.ts";
import { memberOf } from "../parse/json-tree.ts";
import { defineRule, everyType, type TextEdit } from "../rule.ts";

export default defineRule({
  issueCode: "FORALLVALUES_WITHOUT_NULL_CHECK",
  findingType: "SECURITY_WARNING",
  title: "ForAllValues without Null check",
  origin: "iam-pitfalls",
  appliesTo: everyType,
  why: "ForAllValues is also true when the request has no value for the key at all: every member of an empty set passes the test.",
  fix: 'Add "Null": { "<key>": "false" } to the same Condition, so that the key has to be there.',
  facts: ["policy-forallvalues-vacuous-truth"],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "*", "Condition": { "ForAllValues:StringEquals": { ⟦"aws:TagKeys"⟧: ["a"] } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "*", "Condition": { "ForAllValues:StringEquals": { "aws:TagKeys": ["a"] }, "Null": { "aws:TagKeys": "false" } } } ] }`,
    },
  },

  *check(policy) {
    for (const statement of policy.statements) {
      const demanded = new Set(statement.conditions.filter(demandsKey).map(({ key }) => key.toLowerCase()));
      const open = statement.conditions.filter(
        (condition) => passesWithoutKey(condition) && !demanded.has(condition.key.toLowerCase()),
      );
      for (const condition of open) {
        const at = { keyOf: condition.keyMember };
        if (statement.effect === "Allow") {
          const message = `This Allow also applies to requests without ${condition.key}: ForAllValues is true where there is nothing to compare.`;
          yield { at, message, ...(open.length === 1 && { edits: nullCheck(condition, statement) }) };
        } else if (statement.effect === "Deny")
          yield {
            at,
            findingType: "WARNING",
            message: `This Deny also hits requests without ${condition.key}: ForAllValues is true where there is nothing to compare, so that it blocks more than the values listed.`,
            fix: 'If requests without the key are to pass, add "Null": { "<key>": "false" } to the Condition, or use ForAnyValue.',
          };
      }
    }
  },
});

function passesWithoutKey({ operator }: Condition): boolean {
  return operator.qualifier === "ForAllValues" && operator.family !== "any" && !operator.ifExists;
}

/** Null "false", and every positive test without IfExists that looks for a value. */
function demandsKey(condition: Condition): boolean {
  const { operator } = condition;
  if (operator.base === "Null") return comparesOnlyWith(condition, "false");
  return operator.qualifier !== "ForAllValues" && !operator.ifExists && !operator.negated;
}

/** Inserts the check into the Null block, or as one before the other operators. */
function nullCheck({ key, operatorMember }: Condition, { node }: Statement): readonly TextEdit[] {
  const check = `${JSON.stringify(key)}: "false"`;
  const block = operatorMember.object.members.find((member) => /^null$/i.test(member.key));
  const inside = block?.value.type === "object" ? block.value.members : [];
  if (inside.some((member) => member.key.toLowerCase() === key.toLowerCase())) return [];
  const [first] = inside;
  if (first) return [{ start: first.keyStart, end: first.keyStart, newText: `${check}, ` }];
  if (block || !memberOf(node, "Condition")) return [];
  const start = operatorMember.object.members[0]?.keyStart ?? operatorMember.keyStart;
  return [{ start, end: start, newText: `"Null": { ${check} }, ` }];
}
