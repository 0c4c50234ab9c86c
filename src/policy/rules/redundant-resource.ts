import { redundantGroups } from "../redundancy.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "REDUNDANT_RESOURCE",
  findingType: "SUGGESTION",
  title: "Redundant resource",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "A * in an ARN matches colons and slashes too, so it often covers ARNs that stand beside it and seem to add something.",
  fix: "Remove the covered ARNs, or narrow the wide one.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:GetObject",
          "Resource": [⟦"arn:aws:s3:::app-*"⟧, ⟦"arn:aws:s3:::app-*/*"⟧] } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::app-*"] } ] }`,
    },
  },

  *check(policy) {
    for (const { resource } of policy.statements) {
      if (!resource) continue;
      for (const { head, entries, cited, edits } of redundantGroups(resource, (text) => text))
        yield {
          at: entries,
          message: `${entries.length} resources overlap: ${head.value} covers the others, such as ${cited.value}.`,
          edits,
        };
    }
  },
});
