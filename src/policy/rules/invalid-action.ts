import { actionEntries } from "../action-entries.ts";
import { splitAction } from "../catalog/catalog.ts";
import { didYouMean } from "../catalog/near-actions.ts";
import { hasWildcard } from "../glob.ts";
import { firstHints } from "../near-name.ts";
import type { JsonString } from "../parse/json-tree.ts";
import { hasVariable } from "../policy-variables.ts";
import { defineRule, everyType, type Problem } from "../rule.ts";
import { shorten } from "../shorten.ts";

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
    const hint = firstHints((entry) => didYouMean(entry, catalog));
    for (const entry of policy.statements.flatMap(actionEntries)) {
      const { prefix, name } = splitAction(entry.value);
      if (name === "") yield* withoutName(entry);
      else if (
        !hasWildcard(prefix) &&
        catalog.acceptsService(prefix) &&
        !catalog.acceptsAction(entry.value)
      ) {
        yield {
          at: entry,
          message: `The service ${prefix} has no action ${shorten(name)}.${hint(entry.value)}`,
        };
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
