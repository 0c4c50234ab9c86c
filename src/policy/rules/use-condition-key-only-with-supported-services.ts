import { splitAction } from "../catalog/catalog.ts";
import { conditionsOf } from "../condition-key.ts";
import { globMatches } from "../glob.ts";
import type { Statement } from "../model.ts";
import { defineRule, everyType } from "../rule.ts";

const VPCE_KEYS: ReadonlySet<string> = new Set(["aws:vpceaccount", "aws:vpceorgid", "aws:vpceorgpaths"]);

function reachesEveryService({ action, notAction }: Statement): boolean {
  return (
    notAction !== undefined ||
    (action?.values.some(({ value }) => globMatches(splitAction(value).prefix, "any")) ?? false)
  );
}

export default defineRule({
  issueCode: "USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES",
  findingType: "WARNING",
  title: "Use condition key only with supported services",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "Only some services send this key; for the others the condition is false, or true under a negated operator or ...IfExists.",
  fix: "Name actions of services that support the key.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Deny", "Action": "*", "Resource": "*",
          "Condition": { "StringNotEquals": { ⟦"aws:VpceOrgID"⟧: "o-a1b2c3d4e5" } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Deny", "Action": "s3:*", "Resource": "*",
          "Condition": { "StringNotEquals": { "aws:VpceOrgID": "o-a1b2c3d4e5" } } } ] }`,
    },
  },

  // AWS's list of these services changes; what is sure is that not every service is on it.
  *check(policy) {
    for (const { statement, condition } of conditionsOf(policy)) {
      if (!VPCE_KEYS.has(condition.key.toLowerCase()) || !reachesEveryService(statement)) continue;
      yield {
        at: { keyOf: condition.keyMember },
        message: `Only some services send ${condition.key}, and the statement is about all of them.`,
      };
    }
  },
});
