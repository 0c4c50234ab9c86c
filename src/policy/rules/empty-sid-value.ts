import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "EMPTY_SID_VALUE",
  findingType: "SUGGESTION",
  title: "Empty Sid value",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "An empty Sid names nothing.",
  fix: "Give the statement a name, or remove Sid.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Sid": ⟦""⟧, "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Sid": "ReadObjects", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
  },

  *check(policy) {
    for (const { sid } of policy.statements)
      if (sid?.value === "") yield { at: sid, message: "The Sid is empty." };
  },
});
