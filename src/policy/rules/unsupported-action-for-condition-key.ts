import { splitAction } from "../catalog/catalog.ts";
import { conditionsOf } from "../condition-key.ts";
import { hasWildcard } from "../glob.ts";
import { defineRule, everyType } from "../rule.ts";
import { shorten } from "../shorten.ts";

/** The actions of a key, by its name or, with a colon at the end, by the beginning of its name. */
function supportedActions(
  key: string,
  keyActions: Readonly<Record<string, readonly string[]>>,
): readonly string[] | undefined {
  const name = Object.keys(keyActions).find(
    (known) => known === key || (known.endsWith(":") && key.startsWith(known)),
  );
  return name === undefined ? undefined : keyActions[name];
}

export default defineRule({
  issueCode: "UNSUPPORTED_ACTION_FOR_CONDITION_KEY",
  findingType: "ERROR",
  title: "Unsupported action for condition key",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "Requests for these actions never carry the key, so the statement does not apply to them.",
  fix: "Move these actions to a statement without that condition.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": ["kms:Decrypt", ⟦"kms:GetKeyPolicy"⟧], "Resource": "*",
          "Condition": { "StringEquals": { ⟦"kms:RecipientAttestation:PCR8"⟧: "abc" } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": ["kms:Decrypt"], "Resource": "*",
          "Condition": { "StringEquals": { "kms:RecipientAttestation:PCR8": "abc" } } } ] }`,
    },
  },

  *check(policy, { catalog }) {
    for (const { statement, condition } of conditionsOf(policy)) {
      const supported = supportedActions(condition.key.toLowerCase(), catalog.reference.keyActions);
      if (!supported) continue;
      const prefix = splitAction(supported[0] ?? "").prefix;
      const actions = (statement.action?.values ?? []).filter(({ value }) => {
        const folded = value.toLowerCase();
        return folded.startsWith(`${prefix}:`) && !hasWildcard(folded) && !supported.includes(folded);
      });
      if (actions.length > 0)
        yield {
          at: [...actions, { keyOf: condition.keyMember }],
          message: `${condition.key} does not come with: ${actions
            .slice(0, 5)
            .map(({ value }) => shorten(value))
            .join(", ")}.`,
        };
    }
  },
});
