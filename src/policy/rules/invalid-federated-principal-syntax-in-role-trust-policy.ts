import { hasWildcard } from "../glob.ts";
import { providerKind } from "../identity-provider.ts";
import { namedPrincipals } from "../principals.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY",
  findingType: "ERROR",
  title: "Invalid federated principal syntax in role trust policy",
  origin: "access-analyzer",
  appliesTo: ["trust"],
  why: "A federated principal is the domain of a provider that AWS knows, or the ARN of a provider in the account.",
  fix: "Write such as cognito-identity.amazonaws.com, or the ARN of the OIDC or SAML provider.",
  facts: [],
  examples: {
    bad: {
      type: "trust",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "Federated": ⟦"https://example.com"⟧ }, "Action": "sts:AssumeRoleWithWebIdentity" } ] }`,
    },
    good: {
      type: "trust",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/example.com/id" }, "Action": "sts:AssumeRoleWithWebIdentity" } ] }`,
    },
  },

  *check(policy) {
    for (const statement of policy.statements)
      for (const { kind, value } of namedPrincipals(statement))
        if (kind === "Federated" && !hasWildcard(value.value) && providerKind(value.value) === undefined)
          yield { at: value, message: "This is neither a domain name nor the ARN of an identity provider." };
  },
});
