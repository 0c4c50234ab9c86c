import type { Catalog } from "../catalog/catalog.ts";
import { identityTypes } from "../grammar.ts";
import type { JsonString } from "../parse/json-tree.ts";
import { defineRule } from "../rule.ts";
import { shorten } from "../shorten.ts";

export default defineRule({
  issueCode: "EC2_DESCRIBE_WITH_RESOURCE",
  findingType: "WARNING",
  title: "EC2 Describe with a resource",
  origin: "iam-pitfalls",
  appliesTo: identityTypes,
  why: "The Describe actions of EC2 have no resource-level permissions. A statement that names ARNs alone grants none of them, and IAM saves it without a word.",
  fix: 'Move the Describe actions to a statement of their own with "Resource": "*".',
  facts: ["policy-action-without-resource-level-support-grants-nothing"],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": [⟦"ec2:DescribeInstances"⟧, "ec2:StartInstances"], "Resource": "arn:aws:ec2:us-east-2:111122223333:instance/*" } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "ec2:DescribeInstances", "Resource": "*" }, { "Effect": "Allow", "Action": "ec2:StartInstances", "Resource": "arn:aws:ec2:us-east-2:111122223333:instance/*" } ] }`,
    },
  },

  *check(policy, { catalog }) {
    for (const { effect, action, resource } of policy.statements) {
      if (effect !== "Allow" || !action || !resource || resource.values.length === 0) continue;
      if (!resource.values.every(({ value }) => value.startsWith("arn:"))) continue;
      for (const entry of action.values) {
        const message = ungranted(entry, catalog);
        if (message !== undefined) yield { at: entry, message };
      }
    }
  },
});

/**
 * What the entry does not grant with ARNs alone. Other services are left out: for their lists AWS's own policies
 * name ARNs that the reference does not have, and some of them count.
 */
function ungranted({ value }: JsonString, catalog: Catalog): string | undefined {
  if (!/^ec2:describe/i.test(value)) return undefined;
  const actions = catalog.matchActions(value);
  const without = actions.filter(({ resources }) => resources.length === 0);
  if (without.length === 0) return undefined;
  return without.length === actions.length
    ? `${shorten(value)} has no resource-level permissions: with these resources it grants nothing.`
    : `Of the ${actions.length} actions of ${shorten(value)} ${without.length} have no resource-level permissions: these resources grant none of those.`;
}
