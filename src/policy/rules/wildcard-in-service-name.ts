import { actionEntries } from "../action-entries.ts";
import { splitAction } from "../catalog/catalog.ts";
import { hasWildcard } from "../glob.ts";
import { resourceArns } from "../resource-arns.ts";
import { defineRule, everyType } from "../rule.ts";
import { shorten } from "../shorten.ts";

export default defineRule({
  issueCode: "WILDCARD_IN_SERVICE_NAME",
  findingType: "SUGGESTION",
  title: "Wildcard in service name",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "A wildcard in the name of a service takes in services that nobody thought of, and those that are yet to come.",
  fix: "Name each service.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": [⟦"*:Describe*"⟧, "s3:ListBucket"], "Resource": ["arn:aws:s3:::app", ⟦"arn:aws:*:eu-west-1:123456789012:*"⟧] } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": ["ec2:Describe*", "s3:ListBucket"], "Resource": ["arn:aws:s3:::app", "*"] } ] }`,
    },
  },

  *check(policy) {
    for (const statement of policy.statements)
      for (const entry of actionEntries(statement)) {
        const { prefix, name } = splitAction(entry.value);
        if (name !== "" && hasWildcard(prefix))
          yield { at: entry, message: `${shorten(prefix)} matches the names of several services.` };
      }
    for (const { entry, arn } of resourceArns(policy))
      if (hasWildcard(arn.service))
        yield { at: entry, message: `${shorten(arn.service)} matches the names of several services.` };
  },
});
