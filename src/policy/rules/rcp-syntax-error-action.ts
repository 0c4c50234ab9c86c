import { splitAction } from "../catalog/catalog.ts";
import { hasWildcard } from "../glob.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "RCP_SYNTAX_ERROR_ACTION",
  findingType: "ERROR",
  title: "RCP syntax error action",
  origin: "access-analyzer",
  appliesTo: ["rcp"],
  why: "RCPs work for a list of services only, and a customer RCP cannot deny everything at once.",
  fix: "Name actions of services that RCPs support, such as s3:* or sts:AssumeRole.",
  facts: [],
  otherFacts: ["rcp-action-star-forbidden"],
  examples: {
    bad: {
      type: "rcp",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Deny", "Principal": "*", "Action": ["s3:*", ⟦"sns:Publish"⟧], "Resource": "*" } ] }`,
    },
    good: {
      type: "rcp",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Deny", "Principal": "*", "Action": ["s3:*", "sts:AssumeRole"], "Resource": "*" } ] }`,
    },
  },

  *check(policy, { catalog }) {
    for (const { effect, action } of policy.statements) {
      for (const entry of action?.values ?? []) {
        const prefix = splitAction(entry.value).prefix.toLowerCase();
        if (hasWildcard(prefix) && effect === "Deny")
          yield {
            at: entry,
            message: "An RCP of your own names the service of an action.",
            facts: ["rcp-action-star-forbidden"],
          };
        else if (catalog.service(prefix) && !catalog.rcpServices.has(prefix))
          yield { at: entry, message: `RCPs do not support the service ${prefix}.` };
      }
    }
  },
});
