import { actionEntries } from "../action-entries.ts";
import { splitAction } from "../catalog/catalog.ts";
import { didYouMean } from "../catalog/near-actions.ts";
import { hasWildcard } from "../glob.ts";
import type { JsonString } from "../parse/json-tree.ts";
import { hasVariable } from "../policy-variables.ts";
import { defineRule, everyType, type Problem } from "../rule.ts";
import { shorten } from "../shorten.ts";

/** Near names are looked up for so many entries of a document; more unknown ones are not typing errors. */
const MAX_SUGGESTIONS = 20;

export default defineRule({
  issueCode: "INVALID_ACTION",
  findingType: "ERROR",
  title: "Invalid action",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "An action that no service knows matches no request: an Allow grants nothing by it, and a Deny protects nothing.",
  fix: "Use an action from the service authorization reference; lookup_iam suggests near names.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": ["s3:GetObject", ⟦"s3:ReadObject"⟧], "Resource": "*" } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": ["s3:GetObject", "S3:listbucket"], "Resource": "*" } ] }`,
    },
  },

  *check(policy, { catalog }) {
    let suggestions = 0;
    for (const entry of policy.statements.flatMap(actionEntries)) {
      const { prefix, name } = splitAction(entry.value);
      if (name === "") yield* withoutName(entry);
      else if (
        !hasWildcard(prefix) &&
        catalog.acceptsService(prefix) &&
        !catalog.acceptsAction(entry.value)
      ) {
        suggestions += 1;
        const hint = suggestions > MAX_SUGGESTIONS ? "" : didYouMean(entry.value, catalog);
        yield { at: entry, message: `The service ${prefix} has no action ${shorten(name)}.${hint}` };
      }
    }
  },
});

function* withoutName(entry: JsonString): Iterable<Problem> {
  // A variable has a code of its own, VARIABLE_UNSUPPORTED_IN_ELEMENT.
  if (/^\*+$/.test(entry.value) || hasVariable(entry.value)) return;
  yield {
    at: entry,
    message: `An action is a service prefix, a colon and a name; ${shorten(JSON.stringify(entry.value))} is not, so IAM refuses the policy.`,
    fix: "Write the prefix and the name, such as s3:GetObject; lookup_iam finds the action.",
  };
}
