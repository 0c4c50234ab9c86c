import { namedPrincipals } from "../principals.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "FEDERATED_PRINCIPAL_NOT_SUPPORTED",
  findingType: "ERROR",
  title: "Federated principal not supported",
  origin: "access-analyzer",
  appliesTo: ["resource"],
  why: "Identity providers are trusted by roles; the policies of other resources cannot name them.",
  fix: "Name the role that the provider signs people in to.",
  facts: [],
  examples: {
    bad: {
      type: "resource",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "Federated": ⟦"cognito-identity.amazonaws.com"⟧ }, "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
    good: {
      type: "resource",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
  },

  *check(policy) {
    for (const statement of policy.statements)
      for (const { kind, value } of namedPrincipals(statement))
        if (kind === "Federated")
          yield { at: value, message: "Only the trust policy of a role can name an identity provider." };
  },
});
