import { parseArn } from "../arn.ts";
import { resourceTypes } from "../grammar.ts";
import { namedPrincipals } from "../principals.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "GROUP_AS_PRINCIPAL",
  findingType: "ERROR",
  title: "Group as principal",
  origin: "iam-pitfalls",
  appliesTo: resourceTypes,
  why: "A group of IAM only hands policies to its members. It never calls, and no policy can name it as a principal.",
  fix: "Name roles or users, or the account, and give the members of the group an identity policy for the resource.",
  facts: ["iam-groups-cannot-be-tagged-or-principals"],
  examples: {
    bad: {
      type: "resource",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "AWS": ⟦"arn:aws:iam::111122223333:group/Devs"⟧ }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*" } ] }`,
    },
    good: {
      type: "resource",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/devs" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*" } ] }`,
    },
  },

  *check(policy) {
    for (const statement of policy.statements)
      for (const { kind, value } of namedPrincipals(statement)) {
        const arn = kind === "AWS" ? parseArn(value.value) : undefined;
        if (arn?.service === "iam" && arn.resource.startsWith("group/"))
          yield { at: value, message: "This is a group of IAM, which cannot be a principal." };
      }
  },
});
