import type { Catalog } from "../catalog/catalog.ts";
import { splitAction } from "../catalog/catalog.ts";
import { globMatches, globsIntersect } from "../glob.ts";
import { identityAndScp } from "../grammar.ts";
import { type Condition, type Element, type Statement, scalarText } from "../model.ts";
import { hasVariable } from "../policy-variables.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "REGION_DENY_BLOCKS_IAM",
  findingType: "WARNING",
  title: "Region deny blocks IAM",
  origin: "iam-pitfalls",
  appliesTo: identityAndScp,
  why: "Requests to IAM, as to other global services, count as made in us-east-1, wherever the caller is. A Deny of all other Regions makes every one of them fail.",
  fix: "Exempt the global services in use (iam:*, organizations:*, route53:*, cloudfront:*, support:* …) by NotAction in place of Action.",
  facts: ["cond-requestedregion-breaks-global-services"],
  examples: {
    bad: {
      type: "scp",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Deny", "Action": ⟦"*"⟧, "Resource": "*", "Condition": { "StringNotEquals": { "aws:RequestedRegion": ["eu-central-1", "eu-west-1"] } } } ] }`,
    },
    good: {
      type: "scp",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Deny", "NotAction": ["iam:*", "organizations:*", "support:*"], "Resource": "*", "Condition": { "StringNotEquals": { "aws:RequestedRegion": ["eu-central-1", "eu-west-1"] } } } ] }`,
    },
  },

  *check(policy, { catalog }) {
    for (const statement of policy.statements) {
      const element = statement.action ?? statement.notAction;
      if (statement.effect !== "Deny" || !element || !statement.conditions.some(leavesOutIam)) continue;
      if (reachesIam(statement, catalog))
        yield {
          at: element.member.value,
          message:
            "IAM is asked in us-east-1, which is not among the Regions let through: every IAM action here is denied.",
        };
    }
  },
});

const IAM_REGION = "us-east-1";
const IAM_ARNS = "arn:aws:iam::*";

/** In these partitions IAM has its endpoint in another Region. */
const OTHER_PARTITION = /^(?:cn|us-gov|us-iso\w?|eu-iso\w?|eusc)-/;

/** A list of Regions, written out, that holds for every Region outside of it and for us-east-1. */
function leavesOutIam({ key, operator, values }: Condition): boolean {
  if (key.toLowerCase() !== "aws:requestedregion" || operator.family !== "String" || !operator.negated)
    return false;
  const regions = values.map((value) => scalarText(value).toLowerCase());
  return (
    regions.length > 0 &&
    !regions.some(
      (region) => hasVariable(region) || OTHER_PARTITION.test(region) || globMatches(region, IAM_REGION),
    )
  );
}

function reachesIam({ action, notAction, resource, notResource }: Statement, catalog: Catalog): boolean {
  const isMeant = action ? namesIam(action, catalog) : notAction !== undefined && !mentionsIam(notAction);
  return isMeant && (resource ? someCanBeIam(resource) : !(notResource && someCanBeIam(notResource)));
}

function namesIam({ values }: Element, catalog: Catalog): boolean {
  const names = [...(catalog.service("iam")?.actions.keys() ?? [])];
  return values.some(({ value }) => {
    const { prefix, name } = value === "*" ? { prefix: "*", name: "*" } : splitAction(value.toLowerCase());
    return globMatches(prefix, "iam") && names.some((action) => globMatches(name, action));
  });
}

function mentionsIam({ values }: Element): boolean {
  return values.some(({ value }) => globMatches(splitAction(value.toLowerCase()).prefix, "iam"));
}

function someCanBeIam({ values }: Element): boolean {
  return values.some(({ value }) => globsIntersect(value, IAM_ARNS));
}
