import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "RCP_SYNTAX_ERROR_NOTACTION",
  findingType: "ERROR",
  title: "RCP syntax error NotAction",
  origin: "access-analyzer",
  appliesTo: ["rcp"],
  why: "An RCP lists the actions it denies.",
  fix: "List them in Action, with a service prefix.",
  facts: [],
  examples: {
    bad: {
      type: "rcp",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Deny", "Principal": "*", "NotAction": ⟦"s3:*"⟧, "Resource": "*" } ] }`,
    },
    good: {
      type: "rcp",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*" } ] }`,
    },
  },

  *check(policy) {
    for (const { notAction } of policy.statements)
      if (notAction) yield { at: notAction.member.value, message: "An RCP has no NotAction." };
  },
});
