import { GITHUB, trustedOidcProviders } from "../identity-provider.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "MISSING_GITHUB_REPO_CONDITION_KEY",
  findingType: "SECURITY_WARNING",
  title: "Missing github repo condition key",
  origin: "access-analyzer",
  appliesTo: ["trust"],
  why: "The audience is the same for every repository on GitHub; only the subject tells them apart. Access Analyzer asks for sub alone, although IAM also accepts job_workflow_ref in its place.",
  fix: "Test token.actions.githubusercontent.com:sub for your organization, repository and branch.",
  facts: ["oidc-shared-idp-controls-malformedpolicydocument"],
  examples: {
    bad: {
      type: "trust",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "Federated": ⟦"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"⟧ }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" } } } ] }`,
    },
    good: {
      type: "trust",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "token.actions.githubusercontent.com:sub": "repo:o/r:ref:refs/heads/main" } } } ] }`,
    },
  },

  *check(policy) {
    for (const statement of policy.statements) {
      const keys = new Set(statement.conditions.map(({ key }) => key.toLowerCase()));
      if (keys.has(`${GITHUB}:sub`)) continue;
      const message = keys.has(`${GITHUB}:job_workflow_ref`)
        ? "Only job_workflow_ref limits which workflows can assume this role. IAM accepts that; Access Analyzer still asks for sub."
        : "Workflows of every repository on GitHub can assume this role, unless another claim that you test limits them.";
      for (const { value, host } of trustedOidcProviders(statement))
        if (host === GITHUB) yield { at: value, message };
    }
  },
});
