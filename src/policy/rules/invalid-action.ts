import { actionEntries } from "../action-entries.ts";
import { splitAction } from "../catalog/catalog.ts";
import { didYouMean } from "../catalog/near-actions.ts";
import { hasWildcard } from "../glob.ts";
import { defineRule, everyType } from "../rule.ts";
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
    for (const statement of policy.statements) {
      for (const entry of actionEntries(statement)) {
        const { prefix, name } = splitAction(entry.value);
        if (hasWildcard(prefix) || name === "" || !catalog.acceptsService(prefix)) continue;
        if (catalog.acceptsAction(entry.value)) continue;
        suggestions += 1;
        const hint = suggestions > MAX_SUGGESTIONS ? "" : didYouMean(entry.value, catalog);
        yield { at: entry, message: `The service ${prefix} has no action ${shorten(name)}.${hint}` };
      }
    }
  },
});
