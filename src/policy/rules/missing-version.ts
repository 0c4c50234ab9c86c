import { lacks } from "../grammar.ts";
import { hasVariable } from "../policy-variables.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "MISSING_VERSION",
  findingType: "WARNING",
  title: "Missing version",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "Without Version IAM reads a document by the rules of 2008, in which policy variables are plain text.",
  fix: 'Add "Version": "2012-10-17".',
  facts: ["iam-version-omitted-variables-literal"],
  examples: {
    bad: {
      policy: `⟦{ "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } ] }⟧`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
  },

  *check(policy) {
    const { root, text } = policy;
    if (!lacks(root, "Version")) return;
    const message = "The document has no Version, so the rules of 2008-10-17 hold for it.";
    const [first] = root.members;
    // With variables in it the document would come to mean something else.
    if (!first || hasVariable(text)) yield { at: root, message };
    else
      yield {
        at: root,
        message,
        edits: [{ start: first.keyStart, end: first.keyStart, newText: '"Version": "2012-10-17", ' }],
      };
  },
});
