import { globMatches } from "../glob.ts";
import { providerKind } from "../identity-provider.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "MISMATCHED_ACTION_FOR_PRINCIPAL",
  findingType: "ERROR",
  title: "Mismatched action for principal",
  origin: "access-analyzer",
  appliesTo: ["trust"],
  why: "Each kind of principal has its own action of STS to assume a role with.",
  fix: "Use sts:AssumeRole for AWS principals and services, sts:AssumeRoleWithSAML for SAML and sts:AssumeRoleWithWebIdentity for OIDC providers.",
  facts: [],
  examples: {
    bad: {
      type: "trust",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "Federated": ⟦"arn:aws:iam::111122223333:oidc-provider/example.com/id"⟧ }, "Action": ⟦"sts:AssumeRole"⟧ } ] }`,
    },
    good: {
      type: "trust",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/example.com/id" }, "Action": "sts:AssumeRoleWithWebIdentity" } ] }`,
    },
  },

  *check(policy) {
    for (const { action, principal } of policy.statements)
      for (const { kind, value } of principal?.entries ?? []) {
        const wanted = actionFor(kind, value.value);
        // A statement may hold principals of several kinds, each with its own action.
        if (
          !action ||
          wanted === undefined ||
          action.values.some((entry) => globMatches(entry.value.toLowerCase(), wanted))
        )
          continue;
        const wrong = action.values.filter((entry) => assumeActions.has(entry.value.toLowerCase()));
        if (wrong.length > 0)
          yield { at: [...wrong, value], message: `This principal assumes roles by ${wanted}.` };
      }
  },
});

const assumeActions: ReadonlySet<string> = new Set([
  "sts:assumerole",
  "sts:assumerolewithsaml",
  "sts:assumerolewithwebidentity",
]);

function actionFor(kind: string, principal: string): string | undefined {
  if (kind === "AWS" || kind === "Service") return "sts:assumerole";
  if (kind !== "Federated") return undefined;
  const provider = providerKind(principal);
  return provider && { oidc: "sts:assumerolewithwebidentity", saml: "sts:assumerolewithsaml" }[provider];
}
