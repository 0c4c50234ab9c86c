import { resourceTypes } from "../grammar.ts";
import { namedPrincipals } from "../principals.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "INVALID_USER_REFERENCE",
  findingType: "WARNING",
  title: "Invalid user reference",
  origin: "access-analyzer",
  appliesTo: resourceTypes,
  why: "An id such as AIDA… stands in a policy when the user behind it has been deleted, or was written by hand; IAM accepts no such principal anew.",
  fix: "Write the ARN of the user.",
  facts: [],
  examples: {
    bad: {
      type: "resource",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "AWS": ⟦"AIDAEXAMPLE1234567890"⟧ }, "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
    good: {
      type: "resource",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:user/a" }, "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
  },

  *check(policy) {
    for (const statement of policy.statements)
      for (const { kind, value } of namedPrincipals(statement))
        if (kind === "AWS" && /^AIDA[A-Z0-9]+$/i.test(value.value))
          yield { at: value, message: "This is the id of a user, not its ARN." };
  },
});
