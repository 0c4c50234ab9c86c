import { trustedOidcProviders } from "../identity-provider.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL",
  findingType: "SECURITY_WARNING",
  title: "Missing condition key for oidc principal",
  origin: "access-analyzer",
  appliesTo: ["trust"],
  why: "Without a condition on the claims of the token, everybody whom the provider knows can assume the role.",
  fix: "Test the audience and the subject: <provider>:aud and <provider>:sub.",
  facts: [],
  examples: {
    bad: {
      type: "trust",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "Federated": ⟦"arn:aws:iam::111122223333:oidc-provider/example.com/id"⟧ }, "Action": "sts:AssumeRoleWithWebIdentity" } ] }`,
    },
    good: {
      type: "trust",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/example.com/id" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "example.com/id:aud": "x" } } } ] }`,
    },
  },

  *check(policy) {
    for (const statement of policy.statements)
      for (const { value, host } of trustedOidcProviders(statement))
        if (!statement.conditions.some(({ key }) => key.toLowerCase().startsWith(`${host}:`)))
          yield { at: value, message: `No condition tests a claim of ${host}.` };
  },
});
