import { redundantGroups } from "../redundancy.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "REDUNDANT_ACTION",
  findingType: "SUGGESTION",
  title: "Redundant action",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "Entries that a wider entry of the same list covers change nothing; they only suggest that they do.",
  fix: "Remove the covered entries, or the wide one if the narrow ones are what is meant.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": [⟦"ec2:Describe*"⟧, "s3:GetObject", ⟦"ec2:DescribeInstances"⟧], "Resource": "*" } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": ["ec2:Describe*", "s3:GetObject"], "Resource": "*" } ] }`,
    },
  },

  *check(policy) {
    for (const { action } of policy.statements) {
      if (!action) continue;
      for (const { head, entries, cited, edits } of redundantGroups(action, (text) => text.toLowerCase()))
        yield {
          at: entries,
          message: `${entries.length} actions overlap: ${head.value} covers the others, such as ${cited.value}.`,
          edits,
        };
    }
  },
});
