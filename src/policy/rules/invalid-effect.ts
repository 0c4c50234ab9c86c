import { memberOf } from "../parse/json-tree.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "INVALID_EFFECT",
  findingType: "ERROR",
  title: "Invalid effect",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "Effect is Allow or Deny to the letter; IAM refuses anything else.",
  fix: "Write Allow or Deny.",
  facts: ["iam-effect-case-sensitive-action-not"],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": ⟦"allow"⟧, "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
  },

  *check(policy) {
    for (const { node } of policy.statements) {
      const value = memberOf(node, "Effect")?.value;
      if (value?.type !== "string" || effects.includes(value.value)) continue;
      const meant = effects.find((effect) => effect.toLowerCase() === value.value.toLowerCase());
      const message = "Effect is Allow or Deny, in exactly this spelling.";
      if (meant === undefined) yield { at: value, message };
      else
        yield { at: value, message, edits: [{ start: value.start, end: value.end, newText: `"${meant}"` }] };
    }
  },
});

const effects: readonly string[] = ["Allow", "Deny"];
