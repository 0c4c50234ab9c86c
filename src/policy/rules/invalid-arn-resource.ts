import { arnText, variablesAsWildcards } from "../arn.ts";
import { globsIntersect } from "../glob.ts";
import { matchedArns } from "../resource-arns.ts";
import { defineRule, everyType } from "../rule.ts";
import { shorten } from "../shorten.ts";

export default defineRule({
  issueCode: "INVALID_ARN_RESOURCE",
  findingType: "ERROR",
  title: "Invalid ARN resource",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "The ARN has the form of none of the resources of its service, so the statement never applies.",
  fix: "Use one of the ARN formats that the service authorization reference lists for the service.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "iam:GetRole", "Resource": ⟦"arn:aws:iam::123456789012:roles/app"⟧ } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "iam:GetRole", "Resource": "arn:aws:iam::123456789012:role/app" } ] }`,
    },
  },

  *check(policy, { catalog }) {
    for (const { entry, arn, templates } of matchedArns(policy, catalog)) {
      if (arn.resource === "") yield { at: entry, message: "The ARN ends before it names a resource." };
      if (arn.resource === "" || templates.length > 0) continue;
      // A wildcard in any part may run over the colons, so the last word has the ARN as a whole.
      const whole = variablesAsWildcards(entry.value);
      const all = catalog.arnTemplates(arn.service);
      if (all.some((template) => globsIntersect(arnText(template), whole))) continue;
      yield {
        at: entry,
        message: `No resource of ${arn.service} has an ARN that ends in ${shorten(arn.resource)}.`,
      };
    }
  },
});
