import { memberOf } from "../parse/json-tree.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "INVALID_VERSION",
  findingType: "ERROR",
  title: "Invalid version",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "Version names the policy language, not the day of the policy: there are two values, and IAM refuses any other.",
  fix: 'Write "2012-10-17".',
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": ⟦"2024-01-01"⟧, "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
  },

  *check(policy) {
    const value = memberOf(policy.root, "Version")?.value;
    if (value?.type !== "string" || ["2012-10-17", "2008-10-17"].includes(value.value)) return;
    yield {
      at: value,
      message: "Version is 2012-10-17 (or 2008-10-17, the older language); it is not the date of the policy.",
      edits: [{ start: value.start, end: value.end, newText: '"2012-10-17"' }],
    };
  },
});
