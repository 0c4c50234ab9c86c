import { lacks } from "../grammar.ts";
import { memberOf } from "../parse/json-tree.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "MISSING_STATEMENT",
  findingType: "ERROR",
  title: "Missing statement",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "A policy without statements says nothing, and IAM refuses it.",
  fix: "Add Statement with at least one statement.",
  facts: [],
  examples: {
    bad: { policy: `⟦{ "Version": "2012-10-17" }⟧` },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
  },

  *check(policy) {
    const { root } = policy;
    const { value } = memberOf(root, "Statement") ?? {};
    const isEmpty = value?.type === "array" && value.items.length === 0;
    if (!isEmpty && !lacks(root, "Statement")) return;
    const template = templates.find(({ marks }) => marks.some((mark) => memberOf(root, mark)));
    const message = isEmpty ? "Statement is an empty list." : "The document has no Statement.";
    yield template
      ? { at: root, message: `${message} ${template.what}`, fix: template.fix }
      : { at: value ?? root, message };
  },
});

const templates = [
  {
    marks: ["AWSTemplateFormatVersion", "Resources"],
    what: "This is a CloudFormation template, not a policy.",
    fix: "Hand over the policy documents in the template, one at a time.",
  },
  {
    marks: ["planned_values", "resource_changes", "terraform_version"],
    what: "This is output of Terraform, not a policy.",
    fix: "Hand over the policy documents in the plan, one at a time.",
  },
  {
    marks: ["Effect", "Action", "NotAction"],
    what: "This is a statement alone.",
    fix: 'Put it into a document: { "Version": "2012-10-17", "Statement": [ … ] }.',
  },
] as const;
