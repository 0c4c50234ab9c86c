import { operatorNames, parseOperator } from "../condition-operator.ts";
import { nearestName } from "../near-name.ts";
import { memberOf } from "../parse/json-tree.ts";
import { defineRule, everyType } from "../rule.ts";
import { shorten } from "../shorten.ts";

export default defineRule({
  issueCode: "INVALID_CONDITION_OPERATOR",
  findingType: "ERROR",
  title: "Invalid condition operator",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "IAM refuses a document with an operator that it does not know.",
  fix: "Use an operator of the IAM reference, with ForAllValues: or ForAnyValue: before it and IfExists behind it where needed.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { ⟦"StringEqual"⟧: { "aws:username": "a" } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:username": "a" } } } ] }`,
    },
  },

  *check(policy) {
    for (const { node } of policy.statements) {
      const conditions = memberOf(node, "Condition")?.value;
      for (const member of conditions?.type === "object" ? conditions.members : []) {
        if (parseOperator(member.key).family !== undefined) continue;
        const near = nearOperator(member.key);
        yield {
          at: { keyOf: member },
          message: `IAM has no operator ${shorten(JSON.stringify(member.key))}.${near === undefined ? "" : ` Did you mean ${near}?`}`,
        };
      }
    }
  },
});

/** The operator with each part, ForAnyValue: and the name and IfExists, as it was probably meant. */
function nearOperator(text: string): string | undefined {
  const [, set = "", written = "", suffix = ""] =
    /^(?:([^:]{1,20}):)?([^:]{1,40}?)(IfExists)?$/i.exec(text) ?? [];
  const qualifier = set === "" ? "" : nearestName(set, ["ForAllValues", "ForAnyValue"]);
  const name = nearestName(written, operatorNames);
  if (qualifier === undefined || name === undefined) return undefined;
  return `${qualifier === "" ? "" : `${qualifier}:`}${name}${suffix === "" ? "" : "IfExists"}`;
}
